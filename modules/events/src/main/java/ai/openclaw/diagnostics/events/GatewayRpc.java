package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A call of a Gateway method reached a phase.
 *
 * @param method the method, in a closed set of names
 * @param phase the phase: received, response, handler or dispatch
 * @param outcome how the phase ended
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param admissionMs how long admission took, in milliseconds, {@code NaN} if unknown
 * @param queueWaitMs how long the call waited in a queue, in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record GatewayRpc(
        @Nullable String method,
        @Nullable String phase,
        @Nullable String outcome,
        double durationMs,
        double admissionMs,
        double queueWaitMs,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code gateway.rpc}. */
    public static final EventType<GatewayRpc> TYPE = EventType.of("gateway.rpc", GatewayRpc.class, GatewayRpc::new);

    GatewayRpc(FieldReader fields) {
        this(
                fields.text("method"),
                fields.text("phase"),
                fields.text("outcome"),
                fields.number("durationMs"),
                fields.number("admissionMs"),
                fields.number("queueWaitMs"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<GatewayRpc> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<GatewayRpc, Builder> {
        private @Nullable String method;
        private @Nullable String phase;
        private @Nullable String outcome;
        private double durationMs = Double.NaN;
        private double admissionMs = Double.NaN;
        private double queueWaitMs = Double.NaN;

        private Builder() {}

        /** The method, in a closed set of names. */
        public Builder method(@Nullable String value) {
            method = value;
            return this;
        }

        /** The phase: received, response, handler or dispatch. */
        public Builder phase(@Nullable String value) {
            phase = value;
            return this;
        }

        /** How the phase ended. */
        public Builder outcome(@Nullable String value) {
            outcome = value;
            return this;
        }

        /** The duration in milliseconds. */
        public Builder durationMs(double value) {
            durationMs = value;
            return this;
        }

        /** How long admission took, in milliseconds. */
        public Builder admissionMs(double value) {
            admissionMs = value;
            return this;
        }

        /** How long the call waited in a queue, in milliseconds. */
        public Builder queueWaitMs(double value) {
            queueWaitMs = value;
            return this;
        }

        @Override
        public GatewayRpc build() {
            return new GatewayRpc(method, phase, outcome, durationMs, admissionMs, queueWaitMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
