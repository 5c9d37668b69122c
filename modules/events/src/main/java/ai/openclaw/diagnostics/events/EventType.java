package ai.openclaw.diagnostics.events;

import java.util.HashMap;
import java.util.Map;

/** The types of events, with their names in JSON. */
public enum EventType {
    /** {@link ModelUsage}. */
    MODEL_USAGE("model.usage"),
    /** {@link RunCompleted}. */
    RUN_COMPLETED("run.completed"),
    /** {@link ModelCallCompleted}. */
    MODEL_CALL_COMPLETED("model.call.completed"),
    /** {@link ModelCallError}. */
    MODEL_CALL_ERROR("model.call.error"),
    /** {@link ToolExecutionCompleted}. */
    TOOL_EXECUTION_COMPLETED("tool.execution.completed"),
    /** {@link ToolExecutionError}. */
    TOOL_EXECUTION_ERROR("tool.execution.error"),
    /** {@link HarnessRunCompleted}. */
    HARNESS_RUN_COMPLETED("harness.run.completed"),
    /** {@link HarnessRunError}. */
    HARNESS_RUN_ERROR("harness.run.error"),
    /** {@link MessageProcessed}. */
    MESSAGE_PROCESSED("message.processed"),
    /** {@link MessageDeliveryStarted}. */
    MESSAGE_DELIVERY_STARTED("message.delivery.started"),
    /** {@link MessageDeliveryCompleted}. */
    MESSAGE_DELIVERY_COMPLETED("message.delivery.completed"),
    /** {@link MessageDeliveryError}. */
    MESSAGE_DELIVERY_ERROR("message.delivery.error"),
    /** {@link TalkEvent}. */
    TALK_EVENT("talk.event"),
    /** {@link SessionRecoveryRequested}. */
    SESSION_RECOVERY_REQUESTED("session.recovery.requested"),
    /** {@link SessionRecoveryCompleted}. */
    SESSION_RECOVERY_COMPLETED("session.recovery.completed"),
    /** {@link QueueLaneEnqueue}. */
    QUEUE_LANE_ENQUEUE("queue.lane.enqueue"),
    /** {@link QueueLaneDequeue}. */
    QUEUE_LANE_DEQUEUE("queue.lane.dequeue"),
    /** {@link SessionState}. */
    SESSION_STATE("session.state"),
    /** {@link MemorySample}. */
    MEMORY_SAMPLE("diagnostic.memory.sample"),
    /** {@link MemoryPressure}. */
    MEMORY_PRESSURE("diagnostic.memory.pressure"),
    /** {@link TelemetryExporter}. */
    TELEMETRY_EXPORTER("telemetry.exporter"),
    /** {@link Unrecognised}: any other. */
    UNRECOGNISED("unrecognised");

    private static final Map<String, EventType> BY_TEXT = new HashMap<>();

    static {
        for (EventType type : values()) {
            if (type != UNRECOGNISED) {
                BY_TEXT.put(type.text, type);
            }
        }
    }

    private final String text;

    EventType(String text) {
        this.text = text;
    }

    /** Returns the type's name in JSON. */
    public String text() {
        return text;
    }

    /** Returns the type of this name, or {@link #UNRECOGNISED}. */
    static EventType of(String text) {
        return BY_TEXT.getOrDefault(text, UNRECOGNISED);
    }
}
