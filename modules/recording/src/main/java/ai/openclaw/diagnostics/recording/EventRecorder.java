package ai.openclaw.diagnostics.recording;

import ai.openclaw.diagnostics.events.*;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticSubscriber;
import ai.openclaw.diagnostics.events.HarnessRunCompleted;
import ai.openclaw.diagnostics.events.HarnessRunError;
import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MessageDeliveryCompleted;
import ai.openclaw.diagnostics.events.MessageDeliveryError;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelCallError;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.QueueLaneDequeue;
import ai.openclaw.diagnostics.events.QueueLaneEnqueue;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.SessionRecoveryCompleted;
import ai.openclaw.diagnostics.events.SessionRecoveryRequested;
import ai.openclaw.diagnostics.events.SessionState;
import ai.openclaw.diagnostics.events.TalkEvent;
import ai.openclaw.diagnostics.events.TelemetryExporter;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.store.SeriesStore;

/**
 * Records events that somebody vouches for; ignores all others and every type that nothing counts.
 *
 * <p>Runs on the publisher's thread, any thread: no lock but for a series that is new, no allocation but for that and
 * for values that had to be trimmed, and nothing is thrown for any event. The order of updates within an event is the
 * order of admission at the cap.
 */
public final class EventRecorder implements DiagnosticSubscriber {

    private final ModelRecorder models;
    private final RunRecorder runs;
    private final MessageRecorder messages;
    private final GatewayRecorder gateway;

    private EventRecorder(SeriesStore store, LabelPolicy policy, Rejections rejections) {
        SeriesResolver series = new SeriesResolver(store, policy);
        Updates updates = new Updates(rejections);
        this.models = new ModelRecorder(series, updates);
        this.runs = new RunRecorder(series, updates);
        this.messages = new MessageRecorder(series, updates);
        this.gateway = new GatewayRecorder(series, updates);
    }

    /**
     * Returns a recorder.
     *
     * @param store where it counts; its catalog is that of OpenClaw
     * @param policy which label values it lets through
     * @param rejections counts the numbers that are out of range
     */
    public static EventRecorder create(SeriesStore store, LabelPolicy policy, Rejections rejections) {
        return new EventRecorder(store, policy, rejections);
    }

    @Override
    public void onEvent(DiagnosticEvent event, Provenance provenance) {
        if (provenance.vouched()) {
            record(event);
        }
    }

    private void record(DiagnosticEvent event) {
        switch (event.type()) {
            case MODEL_USAGE -> models.record((ModelUsage) event);
            case MODEL_CALL_COMPLETED -> models.record((ModelCallCompleted) event);
            case MODEL_CALL_ERROR -> models.record((ModelCallError) event);
            case RUN_COMPLETED -> runs.record((RunCompleted) event);
            case TOOL_EXECUTION_COMPLETED -> runs.record((ToolExecutionCompleted) event);
            case TOOL_EXECUTION_ERROR -> runs.record((ToolExecutionError) event);
            case HARNESS_RUN_COMPLETED -> runs.record((HarnessRunCompleted) event);
            case HARNESS_RUN_ERROR -> runs.record((HarnessRunError) event);
            case MESSAGE_PROCESSED -> messages.record((MessageProcessed) event);
            case MESSAGE_DELIVERY_STARTED -> messages.record((MessageDeliveryStarted) event);
            case MESSAGE_DELIVERY_COMPLETED -> messages.record((MessageDeliveryCompleted) event);
            case MESSAGE_DELIVERY_ERROR -> messages.record((MessageDeliveryError) event);
            case TALK_EVENT -> messages.record((TalkEvent) event);
            case SESSION_RECOVERY_REQUESTED -> gateway.record((SessionRecoveryRequested) event);
            case SESSION_RECOVERY_COMPLETED -> gateway.record((SessionRecoveryCompleted) event);
            case QUEUE_LANE_ENQUEUE -> gateway.record((QueueLaneEnqueue) event);
            case QUEUE_LANE_DEQUEUE -> gateway.record((QueueLaneDequeue) event);
            case SESSION_STATE -> gateway.record((SessionState) event);
            case MEMORY_SAMPLE -> gateway.record((MemorySample) event);
            case MEMORY_PRESSURE -> gateway.record((MemoryPressure) event);
            case TELEMETRY_EXPORTER -> gateway.record((TelemetryExporter) event);
            case UNRECOGNISED -> {}
        }
    }
}
