package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A skill was used.
 *
 * @param activation how it was used: command or read
 * @param agentId the agent that used it
 * @param skillName the skill's name
 * @param skillSource where the skill comes from: bundled or workspace
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record SkillUsed(
        @Nullable String activation,
        @Nullable String agentId,
        @Nullable String skillName,
        @Nullable String skillSource,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code skill.used}. */
    public static final EventType<SkillUsed> TYPE = EventType.of("skill.used", SkillUsed.class, SkillUsed::new);

    SkillUsed(FieldReader fields) {
        this(
                fields.text("activation"),
                fields.text("agentId"),
                fields.text("skillName"),
                fields.text("skillSource"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<SkillUsed> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<SkillUsed, Builder> {
        private @Nullable String activation;
        private @Nullable String agentId;
        private @Nullable String skillName;
        private @Nullable String skillSource;

        private Builder() {}

        /** How it was used: command or read. */
        public Builder activation(@Nullable String value) {
            activation = value;
            return this;
        }

        /** The agent that used it. */
        public Builder agentId(@Nullable String value) {
            agentId = value;
            return this;
        }

        /** The skill's name. */
        public Builder skillName(@Nullable String value) {
            skillName = value;
            return this;
        }

        /** Where the skill comes from: bundled or workspace. */
        public Builder skillSource(@Nullable String value) {
            skillSource = value;
            return this;
        }

        @Override
        public SkillUsed build() {
            return new SkillUsed(activation, agentId, skillName, skillSource, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
