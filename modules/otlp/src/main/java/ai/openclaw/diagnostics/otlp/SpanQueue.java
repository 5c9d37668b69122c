package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticSubscriber;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.TraceContext;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Events that become spans, on their way to the exporter: a bounded queue of the events themselves, which are immutable. When
 * it is full, the newest is dropped and counted.
 *
 * <p>Subscribed to a channel. On the publisher's thread, any thread: nothing is allocated and nothing waits.
 */
final class SpanQueue implements DiagnosticSubscriber {

    static final int MAX_SPANS = 2_048;

    private final BlockingQueue<DiagnosticEvent> events = new ArrayBlockingQueue<>(MAX_SPANS);
    private final AtomicLong dropped = new AtomicLong();
    private final long sampledBelow;

    /** @param sampleRatio the share of traces that are sent, the same for every span of a trace and for every process */
    SpanQueue(double sampleRatio) {
        sampledBelow = sampleRatio >= 1 ? Long.MAX_VALUE : (long) (sampleRatio * Long.MAX_VALUE);
    }

    @Override
    public void onEvent(DiagnosticEvent event, Provenance provenance) {
        TraceContext trace = event.trace();
        boolean wanted = trace != null && provenance.isTrusted() && event.ts() > 0 && isSampled(trace);
        if (wanted && SpanShape.of(event) != null && !events.offer(event)) {
            dropped.incrementAndGet();
        }
    }

    /** As OpenTelemetry's ratio sampler: the lower half of the trace id decides. */
    private boolean isSampled(TraceContext trace) {
        return sampledBelow == Long.MAX_VALUE || (trace.traceIdLow() & Long.MAX_VALUE) < sampledBelow;
    }

    /** Moves the oldest events into a list, at most so many. */
    void drainTo(List<DiagnosticEvent> into, int max) {
        events.drainTo(into, max);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** Returns how many found no room since the start. */
    long dropped() {
        return dropped.get();
    }
}
