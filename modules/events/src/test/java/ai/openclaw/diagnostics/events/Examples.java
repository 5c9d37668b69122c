package ai.openclaw.diagnostics.events;

import static ai.openclaw.diagnostics.events.EventField.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One event of each type with all the fields that it has, as JSON and as the record that must come of it. */
final class Examples {

    private Examples() {}

    /**
     * @param json by field, the JSON of its value
     */
    record Example(DiagnosticEvent event, Map<EventField, String> json) {

        EventType type() {
            return event.type();
        }

        /** Returns the line of this example, trusted. */
        String line() {
            return Examples.line(type().text(), json, "");
        }

        /** Returns the line with another value of one field. */
        String lineWith(EventField field, String value) {
            Map<EventField, String> changed = new EnumMap<>(json);
            changed.put(field, value);
            return Examples.line(type().text(), changed, "");
        }

        /** Returns the line without one field. */
        String lineWithout(EventField field) {
            Map<EventField, String> changed = new EnumMap<>(json);
            changed.remove(field);
            return Examples.line(type().text(), changed, "");
        }

        /** Returns the line with more members, each with a comma in front. */
        String lineWithMore(String members) {
            return Examples.line(type().text(), json, members);
        }

        @Override
        public String toString() {
            return type().text();
        }
    }

    static List<Example> all() {
        return List.of(
                example(
                        new ModelUsage(
                                "main",
                                "telegram",
                                "gpt-5.4",
                                "openai",
                                new TokenUsage(1, 2, 3, 4, 5, 6.5),
                                0.25,
                                1500),
                        AGENT_ID,
                        "\"main\"",
                        CHANNEL,
                        "\"telegram\"",
                        MODEL,
                        "\"gpt-5.4\"",
                        PROVIDER,
                        "\"openai\"",
                        USAGE_INPUT,
                        "1",
                        USAGE_OUTPUT,
                        "2",
                        USAGE_CACHE_READ,
                        "3",
                        USAGE_CACHE_WRITE,
                        "4",
                        USAGE_PROMPT_TOKENS,
                        "5",
                        USAGE_TOTAL,
                        "6.5",
                        COST_USD,
                        "0.25",
                        DURATION_MS,
                        "1500"),
                example(
                        new RunCompleted("slack", "gpt-5.4", "completed", "openai", "user", 12.5),
                        CHANNEL,
                        "\"slack\"",
                        MODEL,
                        "\"gpt-5.4\"",
                        OUTCOME,
                        "\"completed\"",
                        PROVIDER,
                        "\"openai\"",
                        TRIGGER,
                        "\"user\"",
                        DURATION_MS,
                        "12.5"),
                example(
                        new ModelCallCompleted("responses", "gpt-5.4", "openai", "sse", 1e3),
                        API,
                        "\"responses\"",
                        MODEL,
                        "\"gpt-5.4\"",
                        PROVIDER,
                        "\"openai\"",
                        TRANSPORT,
                        "\"sse\"",
                        DURATION_MS,
                        "1e3"),
                example(
                        new ModelCallError("responses", "timeout", "gpt-5.4", "openai", "sse", 7),
                        API,
                        "\"responses\"",
                        ERROR_CATEGORY,
                        "\"timeout\"",
                        MODEL,
                        "\"gpt-5.4\"",
                        PROVIDER,
                        "\"openai\"",
                        TRANSPORT,
                        "\"sse\"",
                        DURATION_MS,
                        "7"),
                example(
                        new ToolExecutionCompleted("object", "read", 3),
                        PARAMS_SUMMARY_KIND,
                        "\"object\"",
                        TOOL_NAME,
                        "\"read\"",
                        DURATION_MS,
                        "3"),
                example(
                        new ToolExecutionError("denied", "array", "exec", 4),
                        ERROR_CATEGORY,
                        "\"denied\"",
                        PARAMS_SUMMARY_KIND,
                        "\"array\"",
                        TOOL_NAME,
                        "\"exec\"",
                        DURATION_MS,
                        "4"),
                example(
                        new HarnessRunCompleted("cli", "codex", "gpt-5.4", "completed", "acp", "openai", 8),
                        CHANNEL,
                        "\"cli\"",
                        HARNESS_ID,
                        "\"codex\"",
                        MODEL,
                        "\"gpt-5.4\"",
                        OUTCOME,
                        "\"completed\"",
                        PLUGIN_ID,
                        "\"acp\"",
                        PROVIDER,
                        "\"openai\"",
                        DURATION_MS,
                        "8"),
                example(
                        new HarnessRunError("cli", "auth", "codex", "gpt-5.4", "start", "acp", "openai", 9),
                        CHANNEL,
                        "\"cli\"",
                        ERROR_CATEGORY,
                        "\"auth\"",
                        HARNESS_ID,
                        "\"codex\"",
                        MODEL,
                        "\"gpt-5.4\"",
                        PHASE,
                        "\"start\"",
                        PLUGIN_ID,
                        "\"acp\"",
                        PROVIDER,
                        "\"openai\"",
                        DURATION_MS,
                        "9"),
                example(
                        new MessageProcessed("telegram", "skipped", "duplicate", 10),
                        CHANNEL,
                        "\"telegram\"",
                        OUTCOME,
                        "\"skipped\"",
                        REASON,
                        "\"duplicate\"",
                        DURATION_MS,
                        "10"),
                example(
                        new MessageDeliveryStarted("telegram", "text"),
                        CHANNEL,
                        "\"telegram\"",
                        DELIVERY_KIND,
                        "\"text\""),
                example(
                        new MessageDeliveryCompleted("telegram", "media", 11),
                        CHANNEL,
                        "\"telegram\"",
                        DELIVERY_KIND,
                        "\"media\"",
                        DURATION_MS,
                        "11"),
                example(
                        new MessageDeliveryError("telegram", "edit", "network", 12),
                        CHANNEL,
                        "\"telegram\"",
                        DELIVERY_KIND,
                        "\"edit\"",
                        ERROR_CATEGORY,
                        "\"network\"",
                        DURATION_MS,
                        "12"),
                example(
                        new TalkEvent("agent-consult", "turn.started", "realtime", "openai", "webrtc", 13, 4096),
                        BRAIN,
                        "\"agent-consult\"",
                        TALK_EVENT_TYPE,
                        "\"turn.started\"",
                        MODE,
                        "\"realtime\"",
                        PROVIDER,
                        "\"openai\"",
                        TRANSPORT,
                        "\"webrtc\"",
                        DURATION_MS,
                        "13",
                        BYTE_LENGTH,
                        "4096"),
                example(
                        new SessionRecoveryRequested(true, "tool_call", "processing", 14),
                        ALLOW_ACTIVE_ABORT,
                        "true",
                        ACTIVE_WORK_KIND,
                        "\"tool_call\"",
                        STATE,
                        "\"processing\"",
                        AGE_MS,
                        "14"),
                example(
                        new SessionRecoveryCompleted("release_lane", "model_call", "waiting", "released", 15),
                        ACTION,
                        "\"release_lane\"",
                        ACTIVE_WORK_KIND,
                        "\"model_call\"",
                        STATE,
                        "\"waiting\"",
                        STATUS,
                        "\"released\"",
                        AGE_MS,
                        "15"),
                example(new QueueLaneEnqueue("main", 16), LANE, "\"main\"", QUEUE_SIZE, "16"),
                example(new QueueLaneDequeue("cron", 17, 18), LANE, "\"cron\"", QUEUE_SIZE, "17", WAIT_MS, "18"),
                example(
                        new SessionState("abort", "idle", 19),
                        REASON,
                        "\"abort\"",
                        STATE,
                        "\"idle\"",
                        QUEUE_DEPTH,
                        "19"),
                example(
                        new MemorySample(new MemoryUsage(20, 21, 22)),
                        MEMORY_RSS_BYTES,
                        "20",
                        MEMORY_HEAP_TOTAL_BYTES,
                        "21",
                        MEMORY_HEAP_USED_BYTES,
                        "22"),
                example(
                        new MemoryPressure("critical", "rss_threshold"),
                        LEVEL,
                        "\"critical\"",
                        REASON,
                        "\"rss_threshold\""),
                example(
                        new TelemetryExporter("diagnostics-otel", "configured", "traces", "started"),
                        EXPORTER,
                        "\"diagnostics-otel\"",
                        REASON,
                        "\"configured\"",
                        SIGNAL,
                        "\"traces\"",
                        STATUS,
                        "\"started\""));
    }

    /** Returns a trusted event of this type with these fields and, after them, more members of the event. */
    static String line(String type, Map<EventField, String> json, String members) {
        return "{\"event\":{\"type\":\"" + type + "\"" + membersOf(json) + members + "},"
                + "\"metadata\":{\"trusted\":true}}";
    }

    private static Example example(DiagnosticEvent event, Object... fieldsAndValues) {
        Map<EventField, String> json = new EnumMap<>(EventField.class);
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            json.put((EventField) fieldsAndValues[i], (String) fieldsAndValues[i + 1]);
        }
        return new Example(event, json);
    }

    private static String membersOf(Map<EventField, String> json) {
        StringBuilder members = new StringBuilder();
        for (EventField field : EventField.values()) {
            String nested = nestedOf(field, json);
            if (!field.path().contains(".") && (json.containsKey(field) || !nested.isEmpty())) {
                String value = json.getOrDefault(field, "{" + nested + "}");
                members.append(",\"").append(field.path()).append("\":").append(value);
            }
        }
        return members.toString();
    }

    private static String nestedOf(EventField object, Map<EventField, String> json) {
        StringBuilder nested = new StringBuilder();
        json.forEach((field, value) -> {
            if (field.path().startsWith(object.path() + ".")) {
                nested.append(nested.isEmpty() ? "" : ",").append('"');
                nested.append(field.path().substring(object.path().length() + 1))
                        .append("\":")
                        .append(value);
            }
        });
        return nested.toString();
    }
}
