package ai.openclaw.diagnostics.events;

import static ai.openclaw.diagnostics.events.EventField.*;

import org.jspecify.annotations.Nullable;

/** Makes the event of one type from its fields; what has the wrong type is rejected and stays absent. */
final class EventAssembler {

    private final EventType type;
    private final DecodedFields fields;
    private final Rejections rejections;

    EventAssembler(EventType type, DecodedFields fields, Rejections rejections) {
        this.type = type;
        this.fields = fields;
        this.rejections = rejections;
    }

    DiagnosticEvent assemble() {
        return switch (type) {
            case MODEL_USAGE ->
                new ModelUsage(
                        text(AGENT_ID),
                        text(CHANNEL),
                        text(MODEL),
                        text(PROVIDER),
                        usage(),
                        number(COST_USD),
                        duration());
            case RUN_COMPLETED ->
                new RunCompleted(text(CHANNEL), text(MODEL), text(OUTCOME), text(PROVIDER), text(TRIGGER), duration());
            case MODEL_CALL_COMPLETED ->
                new ModelCallCompleted(text(API), text(MODEL), text(PROVIDER), text(TRANSPORT), duration());
            case MODEL_CALL_ERROR ->
                new ModelCallError(
                        text(API), text(ERROR_CATEGORY), text(MODEL), text(PROVIDER), text(TRANSPORT), duration());
            case TOOL_EXECUTION_COMPLETED -> new ToolExecutionCompleted(paramsKind(), text(TOOL_NAME), duration());
            case TOOL_EXECUTION_ERROR ->
                new ToolExecutionError(text(ERROR_CATEGORY), paramsKind(), text(TOOL_NAME), duration());
            case HARNESS_RUN_COMPLETED ->
                new HarnessRunCompleted(
                        text(CHANNEL),
                        text(HARNESS_ID),
                        text(MODEL),
                        text(OUTCOME),
                        text(PLUGIN_ID),
                        text(PROVIDER),
                        duration());
            case HARNESS_RUN_ERROR ->
                new HarnessRunError(
                        text(CHANNEL),
                        text(ERROR_CATEGORY),
                        text(HARNESS_ID),
                        text(MODEL),
                        text(PHASE),
                        text(PLUGIN_ID),
                        text(PROVIDER),
                        duration());
            case MESSAGE_PROCESSED -> new MessageProcessed(text(CHANNEL), text(OUTCOME), text(REASON), duration());
            case MESSAGE_DELIVERY_STARTED -> new MessageDeliveryStarted(text(CHANNEL), text(DELIVERY_KIND));
            case MESSAGE_DELIVERY_COMPLETED ->
                new MessageDeliveryCompleted(text(CHANNEL), text(DELIVERY_KIND), duration());
            case MESSAGE_DELIVERY_ERROR ->
                new MessageDeliveryError(text(CHANNEL), text(DELIVERY_KIND), text(ERROR_CATEGORY), duration());
            case TALK_EVENT ->
                new TalkEvent(
                        text(BRAIN),
                        text(TALK_EVENT_TYPE),
                        text(MODE),
                        text(PROVIDER),
                        text(TRANSPORT),
                        duration(),
                        number(BYTE_LENGTH));
            case SESSION_RECOVERY_REQUESTED ->
                new SessionRecoveryRequested(
                        flag(ALLOW_ACTIVE_ABORT), text(ACTIVE_WORK_KIND), text(STATE), number(AGE_MS));
            case SESSION_RECOVERY_COMPLETED ->
                new SessionRecoveryCompleted(
                        text(ACTION), text(ACTIVE_WORK_KIND), text(STATE), text(STATUS), number(AGE_MS));
            case QUEUE_LANE_ENQUEUE -> new QueueLaneEnqueue(text(LANE), number(QUEUE_SIZE));
            case QUEUE_LANE_DEQUEUE -> new QueueLaneDequeue(text(LANE), number(QUEUE_SIZE), number(WAIT_MS));
            case SESSION_STATE -> new SessionState(text(REASON), text(STATE), number(QUEUE_DEPTH));
            case MEMORY_SAMPLE -> new MemorySample(memory());
            case MEMORY_PRESSURE -> new MemoryPressure(text(LEVEL), text(REASON));
            case TELEMETRY_EXPORTER -> new TelemetryExporter(text(EXPORTER), text(REASON), text(SIGNAL), text(STATUS));
            case UNRECOGNISED -> new Unrecognised();
        };
    }

    private @Nullable TokenUsage usage() {
        if (!fields.isObject(USAGE)) {
            return null; // whoever records it rejects it: it is missing, whatever stands there
        }
        return new TokenUsage(
                number(USAGE_INPUT),
                number(USAGE_OUTPUT),
                number(USAGE_CACHE_READ),
                number(USAGE_CACHE_WRITE),
                number(USAGE_PROMPT_TOKENS),
                number(USAGE_TOTAL));
    }

    private @Nullable MemoryUsage memory() {
        if (!fields.isObject(MEMORY)) {
            return null;
        }
        return new MemoryUsage(
                number(MEMORY_RSS_BYTES), number(MEMORY_HEAP_TOTAL_BYTES), number(MEMORY_HEAP_USED_BYTES));
    }

    private @Nullable String paramsKind() {
        if (fields.isPresent(PARAMS_SUMMARY) && !fields.isObject(PARAMS_SUMMARY)) {
            rejections.count(type, PARAMS_SUMMARY, "not an object");
        }
        return text(PARAMS_SUMMARY_KIND);
    }

    private double duration() {
        return number(DURATION_MS);
    }

    private @Nullable String text(EventField field) {
        String text = fields.text(field);
        if (text == null && fields.isPresent(field)) {
            rejections.count(type, field, "not a string");
        }
        return text;
    }

    private double number(EventField field) {
        double number = fields.number(field);
        if (Double.isNaN(number) && fields.isPresent(field)) {
            rejections.count(type, field, "not a number");
        }
        return number;
    }

    private boolean flag(EventField field) {
        boolean flag = fields.isTrue(field);
        if (!flag && fields.isPresent(field) && !fields.isFalse(field)) {
            rejections.count(type, field, "not true or false");
        }
        return flag;
    }
}
