package ai.openclaw.diagnostics.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Gateway is slow to answer.
 *
 * @param reasons what is late or busy: event_loop_delay, event_loop_utilization, cpu
 * @param active active sessions, {@code NaN} if unknown
 * @param waiting waiting sessions, {@code NaN} if unknown
 * @param queued queued sessions, {@code NaN} if unknown
 * @param eventLoopDelayP99Ms the 99th percentile of the delay in milliseconds, {@code NaN} if unknown
 * @param eventLoopDelayMaxMs the longest delay in milliseconds, {@code NaN} if unknown
 * @param eventLoopUtilization the share of time that the loop was busy, {@code NaN} if unknown
 * @param cpuCoreRatio processor time over real time, which may exceed 1, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record LivenessWarning(
        List<String> reasons,
        double active,
        double waiting,
        double queued,
        double eventLoopDelayP99Ms,
        double eventLoopDelayMaxMs,
        double eventLoopUtilization,
        double cpuCoreRatio,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code diagnostic.liveness.warning}. */
    public static final EventType<LivenessWarning> TYPE =
            EventType.of("diagnostic.liveness.warning", LivenessWarning.class, LivenessWarning::new);

    /** Copies the list. */
    public LivenessWarning {
        reasons = List.copyOf(reasons);
    }

    LivenessWarning(FieldReader fields) {
        this(
                fields.texts("reasons"),
                fields.number("active"),
                fields.number("waiting"),
                fields.number("queued"),
                fields.number("eventLoopDelayP99Ms"),
                fields.number("eventLoopDelayMaxMs"),
                fields.number("eventLoopUtilization"),
                fields.number("cpuCoreRatio"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<LivenessWarning> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<LivenessWarning, Builder> {
        private List<String> reasons = List.of();
        private double active = Double.NaN;
        private double waiting = Double.NaN;
        private double queued = Double.NaN;
        private double eventLoopDelayP99Ms = Double.NaN;
        private double eventLoopDelayMaxMs = Double.NaN;
        private double eventLoopUtilization = Double.NaN;
        private double cpuCoreRatio = Double.NaN;

        private Builder() {}

        /** What is late or busy: event_loop_delay, event_loop_utilization, cpu. */
        public Builder reasons(List<String> value) {
            reasons = value;
            return this;
        }

        /** Active sessions. */
        public Builder active(double value) {
            active = value;
            return this;
        }

        /** Waiting sessions. */
        public Builder waiting(double value) {
            waiting = value;
            return this;
        }

        /** Queued sessions. */
        public Builder queued(double value) {
            queued = value;
            return this;
        }

        /** The 99th percentile of the delay in milliseconds. */
        public Builder eventLoopDelayP99Ms(double value) {
            eventLoopDelayP99Ms = value;
            return this;
        }

        /** The longest delay in milliseconds. */
        public Builder eventLoopDelayMaxMs(double value) {
            eventLoopDelayMaxMs = value;
            return this;
        }

        /** The share of time that the loop was busy. */
        public Builder eventLoopUtilization(double value) {
            eventLoopUtilization = value;
            return this;
        }

        /** Processor time over real time, which may exceed 1. */
        public Builder cpuCoreRatio(double value) {
            cpuCoreRatio = value;
            return this;
        }

        @Override
        public LivenessWarning build() {
            return new LivenessWarning(
                    reasons,
                    active,
                    waiting,
                    queued,
                    eventLoopDelayP99Ms,
                    eventLoopDelayMaxMs,
                    eventLoopUtilization,
                    cpuCoreRatio,
                    ts,
                    trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
