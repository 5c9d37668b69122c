package ai.openclaw.diagnostics.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The fields of events that are read, with their paths in JSON. Any other field is skipped unread. */
public enum EventField {
    /** Text. */
    ACTION("action"),
    /** Text. */
    ACTIVE_WORK_KIND("activeWorkKind"),
    /** Milliseconds. */
    AGE_MS("ageMs"),
    /** Text. */
    AGENT_ID("agentId"),
    /** True or false. */
    ALLOW_ACTIVE_ABORT("allowActiveAbort"),
    /** Text. */
    API("api"),
    /** Text. */
    BRAIN("brain"),
    /** Bytes. */
    BYTE_LENGTH("byteLength"),
    /** Text. */
    CHANNEL("channel"),
    /** US dollars. */
    COST_USD("costUsd"),
    /** Text. */
    DELIVERY_KIND("deliveryKind"),
    /** Milliseconds. */
    DURATION_MS("durationMs"),
    /** Text. */
    ERROR_CATEGORY("errorCategory"),
    /** Text. */
    EXPORTER("exporter"),
    /** Text. */
    HARNESS_ID("harnessId"),
    /** Text. */
    LANE("lane"),
    /** Text. */
    LEVEL("level"),
    /** An object. */
    MEMORY("memory"),
    /** Bytes. */
    MEMORY_HEAP_TOTAL_BYTES("memory.heapTotalBytes"),
    /** Bytes. */
    MEMORY_HEAP_USED_BYTES("memory.heapUsedBytes"),
    /** Bytes. */
    MEMORY_RSS_BYTES("memory.rssBytes"),
    /** Text. */
    MODE("mode"),
    /** Text. */
    MODEL("model"),
    /** Text. */
    OUTCOME("outcome"),
    /** An object. */
    PARAMS_SUMMARY("paramsSummary"),
    /** Text. */
    PARAMS_SUMMARY_KIND("paramsSummary.kind"),
    /** Text. */
    PHASE("phase"),
    /** Text. */
    PLUGIN_ID("pluginId"),
    /** Text. */
    PROVIDER("provider"),
    /** Messages. */
    QUEUE_DEPTH("queueDepth"),
    /** Entries. */
    QUEUE_SIZE("queueSize"),
    /** Text. */
    REASON("reason"),
    /** Text. */
    SIGNAL("signal"),
    /** Text. */
    STATE("state"),
    /** Text. */
    STATUS("status"),
    /** Text. */
    TALK_EVENT_TYPE("talkEventType"),
    /** Text. */
    TOOL_NAME("toolName"),
    /** Text. */
    TRANSPORT("transport"),
    /** Text. */
    TRIGGER("trigger"),
    /** Text: the type of the event. */
    TYPE("type"),
    /** An object. */
    USAGE("usage"),
    /** Tokens. */
    USAGE_CACHE_READ("usage.cacheRead"),
    /** Tokens. */
    USAGE_CACHE_WRITE("usage.cacheWrite"),
    /** Tokens. */
    USAGE_INPUT("usage.input"),
    /** Tokens. */
    USAGE_OUTPUT("usage.output"),
    /** Tokens. */
    USAGE_PROMPT_TOKENS("usage.promptTokens"),
    /** Tokens. */
    USAGE_TOTAL("usage.total"),
    /** Milliseconds. */
    WAIT_MS("waitMs");

    /** How many fields there are. */
    static final int COUNT = values().length;

    private static final Map<String, EventField> TOP = new HashMap<>();

    static {
        for (EventField field : values()) {
            field.register();
        }
    }

    private final String path;
    private final Map<String, EventField> members = new HashMap<>();

    EventField(String path) {
        this.path = path;
    }

    private void register() {
        int dot = path.indexOf('.');
        if (dot < 0) {
            TOP.put(path, this);
        } else {
            EventField object =
                    Objects.requireNonNull(TOP.get(path.substring(0, dot)), "an object stands before its members");
            object.members.put(path.substring(dot + 1), this);
        }
    }

    /** Returns the field's path in JSON, such as {@code usage.input}. */
    public String path() {
        return path;
    }

    /** Returns the fields of an event by name. */
    static Map<String, EventField> top() {
        return TOP;
    }

    /** Returns the fields of this object by name; empty for anything but an object. */
    Map<String, EventField> members() {
        return members;
    }
}
