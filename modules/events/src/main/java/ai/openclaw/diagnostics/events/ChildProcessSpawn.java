package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * The Gateway started processes.
 *
 * @param family what was started
 * @param count how many processes were started, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record ChildProcessSpawn(
        @Nullable String family,
        double count,
        double ts,
        @Nullable TraceContext trace) implements DiagnosticEvent {

    /** The type {@code diagnostic.child_process.spawn}. */
    public static final EventType<ChildProcessSpawn> TYPE =
            EventType.of("diagnostic.child_process.spawn", ChildProcessSpawn.class, ChildProcessSpawn::new);

    ChildProcessSpawn(FieldReader fields) {
        this(
                fields.text("family"),
                fields.number("count"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<ChildProcessSpawn> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<ChildProcessSpawn, Builder> {
        private @Nullable String family;
        private double count = Double.NaN;

        private Builder() {}

        /** What was started. */
        public Builder family(@Nullable String value) {
            family = value;
            return this;
        }

        /** How many processes were started. */
        public Builder count(double value) {
            count = value;
            return this;
        }

        @Override
        public ChildProcessSpawn build() {
            return new ChildProcessSpawn(family, count, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
