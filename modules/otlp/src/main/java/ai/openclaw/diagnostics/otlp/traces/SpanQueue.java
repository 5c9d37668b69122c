package ai.openclaw.diagnostics.otlp.traces;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticSubscriber;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.TraceContext;
import ai.openclaw.diagnostics.otlp.queue.BoundedQueue;

/**
 * Takes the events that become spans from a channel into a queue: trusted ones with a time and a trace that is sampled. Events are
 * immutable, so they wait as they are.
 *
 * <p>On the publisher's thread, any thread: nothing is allocated and nothing waits.
 */
public final class SpanQueue implements DiagnosticSubscriber {

    private final BoundedQueue<DiagnosticEvent> events;
    private final long sampledBelow;

    /** @param sampleRatio the share of traces that are sent, the same for every span of a trace and for every process */
    public SpanQueue(BoundedQueue<DiagnosticEvent> events, double sampleRatio) {
        this.events = events;
        this.sampledBelow = sampleRatio >= 1 ? Long.MAX_VALUE : (long) (sampleRatio * Long.MAX_VALUE);
    }

    @Override
    public void onEvent(DiagnosticEvent event, Provenance provenance) {
        TraceContext trace = event.trace();
        boolean hasSpan = trace != null && provenance.isTrusted() && event.ts() > 0 && isSampled(trace);
        if (hasSpan && SpanShapes.hasShape(event)) {
            events.add(event);
        }
    }

    /** As OpenTelemetry's ratio sampler: the lower half of the trace id decides. */
    private boolean isSampled(TraceContext trace) {
        return sampledBelow == Long.MAX_VALUE || (trace.traceIdLow() & Long.MAX_VALUE) < sampledBelow;
    }
}
