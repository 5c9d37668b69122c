package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.RpcMetrics.*;

import ai.openclaw.diagnostics.events.GatewayRpc;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records calls of the Gateway's methods, phase by phase. */
public final class RpcRecorder {

    private final SeriesResolver calls;
    private final SeriesResolver ends;
    private final MetricUpdater metrics;

    /** Makes the recorder of this domain. */
    public RpcRecorder(RecordingContext context) {
        this.calls = context.resolver(RPC_CALL);
        this.ends = context.resolver(RPC_END);
        this.metrics = context.metrics();
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
        handlers.on(GatewayRpc.TYPE, RPC_CALL, this::record);
    }

    private void record(GatewayRpc event) {
        LabeledSeries call = calls.resolve(event.method());
        String phase = event.phase() == null ? "" : event.phase();
        if (phase.equals("received")) {
            metrics.count(call, RPC_REQUESTS);
            return;
        }
        metrics.count(ends.resolve(event.outcome(), phase), RPC_OUTCOMES);
        switch (phase) {
            case "response" -> response(call, event);
            case "handler" -> {
                metrics.observeMs(call, RPC_HANDLER, event.durationMs(), event.type(), "durationMs");
                metrics.observeMs(call, RPC_ADMISSION, event.admissionMs(), event.type(), "admissionMs");
            }
            case "dispatch" ->
                metrics.observeMs(call, RPC_QUEUE_WAIT, event.queueWaitMs(), event.type(), "queueWaitMs");
            default -> {} // of a phase that is unknown only the end counts
        }
    }

    private void response(LabeledSeries call, GatewayRpc event) {
        if ("ok".equals(event.outcome()) || "error".equals(event.outcome())) {
            metrics.observeMs(call, RPC_FIRST_RESPONSE, event.durationMs(), event.type(), "durationMs");
        }
    }
}
