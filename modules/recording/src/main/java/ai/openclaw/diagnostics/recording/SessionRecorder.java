package ai.openclaw.diagnostics.recording;

import static ai.openclaw.diagnostics.catalog.SessionMetrics.*;

import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.SessionRecoveryCompleted;
import ai.openclaw.diagnostics.events.SessionRecoveryRequested;
import ai.openclaw.diagnostics.events.SessionState;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records states, queues and recoveries of sessions. */
final class SessionRecorder {

    private final SeriesResolver recoveries;
    private final SeriesResolver transitions;
    private final SeriesResolver queues;
    private final MetricUpdater metrics;

    SessionRecorder(RecordingContext context) {
        this.recoveries = context.resolver(SESSION_RECOVERY);
        this.transitions = context.resolver(SESSION_TRANSITION);
        this.queues = context.resolver(SESSION_QUEUE);
        this.metrics = context.metrics();
    }

    void register(EventHandlers handlers) {
        handlers.on(SessionRecoveryRequested.TYPE, this::record)
                .on(SessionRecoveryCompleted.TYPE, this::record)
                .on(SessionState.TYPE, this::record);
    }

    private void record(SessionRecoveryRequested event) {
        String action = event.allowActiveAbort() ? "abort" : "recover";
        LabeledSeries series = recoveries.resolve(action, event.activeWorkKind(), event.state(), "requested");
        recovery(series, event.ageMs(), event.type());
    }

    private void record(SessionRecoveryCompleted event) {
        LabeledSeries series =
                recoveries.resolve(event.action(), event.activeWorkKind(), event.state(), event.status());
        recovery(series, event.ageMs(), event.type());
    }

    private void recovery(LabeledSeries series, double ageMs, EventType<?> type) {
        metrics.countAndObserveMs(series, SESSION_RECOVERY_TOTAL, SESSION_RECOVERY_AGE, ageMs, type, "ageMs");
    }

    private void record(SessionState event) {
        metrics.count(transitions.resolve(event.reason(), event.state()), SESSION_STATE_TOTAL);
        LabeledSeries queue = queues.resolve(event.state());
        metrics.set(queue, SESSION_QUEUE_DEPTH, event.queueDepth(), event.type(), "queueDepth");
    }
}
