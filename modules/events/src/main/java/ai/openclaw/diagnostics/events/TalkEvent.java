package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * Something happened in a voice session.
 *
 * @param brain what answers
 * @param talkEventType what happened in the session
 * @param mode the talk mode
 * @param provider the model provider
 * @param transport the transport used
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param byteLength audio bytes, {@code NaN} if the event has none
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record TalkEvent(
        @Nullable String brain,
        @Nullable String talkEventType,
        @Nullable String mode,
        @Nullable String provider,
        @Nullable String transport,
        double durationMs,
        double byteLength,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code talk.event}. */
    public static final EventType<TalkEvent> TYPE = EventType.of("talk.event", TalkEvent.class, TalkEvent::new);

    TalkEvent(FieldReader fields) {
        this(
                fields.text("brain"),
                fields.text("talkEventType"),
                fields.text("mode"),
                fields.text("provider"),
                fields.text("transport"),
                fields.number("durationMs"),
                fields.number("byteLength"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<TalkEvent> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<TalkEvent, Builder> {
        private @Nullable String brain;
        private @Nullable String talkEventType;
        private @Nullable String mode;
        private @Nullable String provider;
        private @Nullable String transport;
        private double durationMs = Double.NaN;
        private double byteLength = Double.NaN;

        private Builder() {}

        /** What answers. */
        public Builder brain(@Nullable String value) {
            brain = value;
            return this;
        }

        /** What happened in the session. */
        public Builder talkEventType(@Nullable String value) {
            talkEventType = value;
            return this;
        }

        /** The talk mode. */
        public Builder mode(@Nullable String value) {
            mode = value;
            return this;
        }

        /** The model provider. */
        public Builder provider(@Nullable String value) {
            provider = value;
            return this;
        }

        /** The transport used. */
        public Builder transport(@Nullable String value) {
            transport = value;
            return this;
        }

        /** The duration in milliseconds. */
        public Builder durationMs(double value) {
            durationMs = value;
            return this;
        }

        /** Audio bytes. */
        public Builder byteLength(double value) {
            byteLength = value;
            return this;
        }

        @Override
        public TalkEvent build() {
            return new TalkEvent(brain, talkEventType, mode, provider, transport, durationMs, byteLength, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
