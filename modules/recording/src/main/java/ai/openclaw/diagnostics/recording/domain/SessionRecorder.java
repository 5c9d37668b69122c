package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.SessionMetrics.*;

import ai.openclaw.diagnostics.events.SessionRecoveryCompleted;
import ai.openclaw.diagnostics.events.SessionRecoveryRequested;
import ai.openclaw.diagnostics.events.SessionState;
import ai.openclaw.diagnostics.events.SessionStuck;
import ai.openclaw.diagnostics.events.SessionTurnCreated;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.recording.update.TimedTotal;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records turns, states, queues and recoveries of sessions. */
public final class SessionRecorder {

    private final SeriesResolver recoveries;
    private final SeriesResolver transitions;
    private final SeriesResolver queues;
    private final SeriesResolver standstills;
    private final SeriesResolver turns;
    private final TimedTotal requested;
    private final TimedTotal recovered;
    private final TimedTotal stuck;
    private final MetricUpdater metrics;

    /** Makes the recorder of this domain. */
    public SessionRecorder(RecordingContext context) {
        this.recoveries = context.resolver(SESSION_RECOVERY);
        this.transitions = context.resolver(SESSION_TRANSITION);
        this.queues = context.resolver(SESSION_QUEUE);
        this.standstills = context.resolver(SESSION_STANDSTILL);
        this.turns = context.resolver(SESSION_TURN);
        this.requested = TimedTotal.totalFirst(
                context, SESSION_RECOVERY_TOTAL, SESSION_RECOVERY_AGE, SessionRecoveryRequested.TYPE, "ageMs");
        this.recovered = TimedTotal.totalFirst(
                context, SESSION_RECOVERY_TOTAL, SESSION_RECOVERY_AGE, SessionRecoveryCompleted.TYPE, "ageMs");
        this.stuck = TimedTotal.totalFirst(context, SESSION_STUCK, SESSION_STUCK_AGE, SessionStuck.TYPE, "ageMs");
        this.metrics = context.metrics();
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
        handlers.on(SessionRecoveryRequested.TYPE, this::record)
                .on(SessionRecoveryCompleted.TYPE, this::record)
                .on(SessionState.TYPE, this::record)
                .on(SessionStuck.TYPE, SESSION_STANDSTILL, this::record)
                .on(SessionTurnCreated.TYPE, SESSION_TURN, this::record);
    }

    private void record(SessionRecoveryRequested event) {
        String action = event.allowActiveAbort() ? "abort" : "recover";
        LabeledSeries series = recoveries.resolve(action, event.activeWorkKind(), event.state(), "requested");
        requested.record(series, event.ageMs());
    }

    private void record(SessionRecoveryCompleted event) {
        LabeledSeries series =
                recoveries.resolve(event.action(), event.activeWorkKind(), event.state(), event.status());
        recovered.record(series, event.ageMs());
    }

    private void record(SessionState event) {
        metrics.count(transitions.resolve(event.reason(), event.state()), SESSION_STATE_TOTAL);
        LabeledSeries queue = queues.resolve(event.state());
        metrics.set(queue, SESSION_QUEUE_DEPTH, event.queueDepth(), event.type(), "queueDepth");
    }

    private void record(SessionStuck event) {
        stuck.record(standstills.resolve(event.reason(), event.state()), event.ageMs());
    }

    private void record(SessionTurnCreated event) {
        metrics.count(turns.resolve(event.agentId(), event.channel(), event.trigger()), SESSION_TURN_CREATED);
    }
}
