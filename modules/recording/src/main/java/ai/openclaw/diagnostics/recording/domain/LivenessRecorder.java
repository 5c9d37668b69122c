package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.LivenessMetrics.*;

import ai.openclaw.diagnostics.events.LivenessWarning;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.store.LabeledSeries;
import java.util.List;

/** Records warnings that the Gateway is slow to answer. */
public final class LivenessRecorder {

    private final SeriesResolver warnings;
    private final SeriesResolver load;
    private final MetricUpdater metrics;

    /** Makes the recorder of this domain. */
    public LivenessRecorder(RecordingContext context) {
        this.warnings = context.resolver(LIVENESS);
        this.load = context.resolver(LIVENESS_LOAD);
        this.metrics = context.metrics();
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
        handlers.on(LivenessWarning.TYPE, LIVENESS, this::record);
    }

    private void record(LivenessWarning event) {
        String reason = joined(event.reasons());
        metrics.count(warnings.resolve(reason), LIVENESS_WARNING);
        sessions("active", event.active(), event);
        sessions("waiting", event.waiting(), event);
        sessions("queued", event.queued(), event);
        measurements(warnings.resolve(reason), event);
    }

    /** Makes a text only where there are several. */
    private static String joined(List<String> reasons) {
        return reasons.size() == 1 ? reasons.get(0) : String.join(":", reasons);
    }

    private void sessions(String state, double number, LivenessWarning event) {
        metrics.set(load.resolve(state), LIVENESS_SESSIONS, number, event.type(), state);
    }

    private void measurements(LabeledSeries series, LivenessWarning event) {
        metrics.observeMs(series, LIVENESS_DELAY_P99, event.eventLoopDelayP99Ms(), event.type(), "eventLoopDelayP99Ms");
        metrics.observeMs(series, LIVENESS_DELAY_MAX, event.eventLoopDelayMaxMs(), event.type(), "eventLoopDelayMaxMs");
        metrics.observe(
                series, LIVENESS_UTILIZATION, event.eventLoopUtilization(), event.type(), "eventLoopUtilization");
        metrics.observe(series, LIVENESS_CPU, event.cpuCoreRatio(), event.type(), "cpuCoreRatio");
    }
}
