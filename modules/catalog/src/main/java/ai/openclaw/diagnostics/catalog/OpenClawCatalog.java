package ai.openclaw.diagnostics.catalog;

import static ai.openclaw.diagnostics.catalog.Unit.BYTES;
import static ai.openclaw.diagnostics.catalog.Unit.ITEMS;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;
import static ai.openclaw.diagnostics.catalog.Unit.TOKENS;
import static ai.openclaw.diagnostics.catalog.Unit.USD;

/**
 * Every label, group and family of the exporter, as constants: a renamed metric does not compile where it is used.
 *
 * <p>The names are those that OpenClaw documents for its {@code diagnostics-prometheus} plugin, and
 * {@code openclaw_model_usage_duration_seconds}, which its gateways expose too. Labels stand in alphabetical order, as
 * they are exposed.
 */
public final class OpenClawCatalog {

    // ---------------------------------------------------------------- labels

    /** What a session recovery did or was asked to do. */
    public static final Label ACTION =
            Label.of("action", "What the recovery does: recover, abort, release_lane, abort_embedded_run, none.");
    /** The work that kept a stuck session busy. */
    public static final Label ACTIVE_WORK_KIND = Label.of(
                    "active_work_kind", "The work found active: model_call, tool_call, embedded_run.")
            .orElse("none");
    /** The agent that used a model. */
    public static final Label AGENT = Label.of("agent", "The agent's id, such as main.");
    /** The API style of a model call. */
    public static final Label API = Label.of("api", "The provider API spoken, such as openai-completions.");
    /** Who answers in a talk session. */
    public static final Label BRAIN = Label.of("brain", "Who answers: agent-consult, direct-tools, none.");
    /** The channel that work came in by. */
    public static final Label CHANNEL = Label.of("channel", "The channel: telegram, slack, webchat, cron and others.");
    /** What kind of message was delivered. */
    public static final Label DELIVERY_KIND = Label.of(
                    "delivery_kind", "What was delivered: text, media, reaction, edit.")
            .orElse("other");
    /** The class of a failure. */
    public static final Label ERROR_CATEGORY = Label.of(
                    "error_category", "The class of the failure; none on success, other where it has no usable name.")
            .orElse("other");
    /** What happened in a talk session. */
    public static final Label EVENT_TYPE = Label.of("event_type", "What happened, such as turn.started.");
    /** An exporter of telemetry. */
    public static final Label EXPORTER = Label.of("exporter", "The exporter's id, such as diagnostics-prometheus.");
    /** The harness that ran an agent. */
    public static final Label HARNESS = Label.of("harness", "The agent harness, such as embedded or codex.");
    /** Which figure of the process's memory. */
    public static final Label KIND = Label.of("kind", "Which memory: rss, heap_total, heap_used.");
    /** A queue lane. */
    public static final Label LANE =
            new Label("lane", LabelRule.LANE, "unknown", "The queue lane: main, cron, subagent, session and others.");
    /** How grave memory pressure is. */
    public static final Label LEVEL = Label.of("level", "How grave: warning, critical.");
    /** The mode of a talk session. */
    public static final Label MODE = Label.of("mode", "The talk mode: realtime, stt-tts, transcription.");
    /** A model. */
    public static final Label MODEL = Label.of("model", "The model's id, such as gpt-5.4.");
    /** How something ended. */
    public static final Label OUTCOME =
            Label.of("outcome", "How it ended: completed, error, skipped, aborted and others.");
    /** The shape of a tool's parameters. */
    public static final Label PARAMS_KIND =
            Label.of("params_kind", "The JSON type of the tool's parameters: object, array, string and others.");
    /** The phase in which a harness failed. */
    public static final Label PHASE =
            Label.of("phase", "The phase that failed: prepare, start, send, resolve, cleanup.");
    /** The plugin that brings a harness. */
    public static final Label PLUGIN = Label.of("plugin", "The plugin that provides the harness.");
    /** A model provider. */
    public static final Label PROVIDER = Label.of("provider", "The model provider, such as anthropic or openai.");
    /** Why something happened, where a reason is optional. */
    public static final Label REASON =
            Label.of("reason", "Why; none where no reason was given.").orElse("none");
    /** Why memory is under pressure. */
    public static final Label PRESSURE_REASON =
            Label.of("reason", "What was exceeded: rss_threshold, heap_threshold, rss_growth.");
    /** What an exporter exports. */
    public static final Label SIGNAL = Label.of("signal", "The telemetry signal: traces, metrics, logs.");
    /** The state of a session. */
    public static final Label STATE = Label.of("state", "The session's state: idle, processing, waiting.");
    /** How far a recovery or an exporter is. */
    public static final Label STATUS =
            Label.of("status", "Recoveries: requested, aborted, released, …; exporters: started, failure, dropped.");
    /** Which tokens of a model call. */
    public static final Label TOKEN_TYPE = Label.of(
            "token_type",
            "Which tokens: input, output, cache_read, cache_write, prompt, total. prompt = input + cache_read + cache_write; "
                    + "total is what the provider reported. A sum is prompt|output or the four kinds beside them.");
    /** A tool. */
    public static final Label TOOL =
            Label.of("tool", "The tool's name, such as read or web_search.").orElse("tool");
    /** The transport of a model call or talk session. */
    public static final Label TRANSPORT = Label.of("transport", "The transport, such as sse, websocket or webrtc.");
    /** What set off a run. */
    public static final Label TRIGGER = Label.of("trigger", "What set the run off: user, cron, webhook, heartbeat.");

    // -------------------------------------------------- groups and families

    private static final CatalogBuilder BUILDER = Catalog.builder();

    /** Token use by agent and channel. */
    public static final FamilyGroup MODEL_TOKENS = BUILDER.group(AGENT, CHANNEL, MODEL, PROVIDER, TOKEN_TYPE);
    /** Tokens used. */
    public static final Family MODEL_TOKENS_TOTAL = BUILDER.counter(
            MODEL_TOKENS,
            "openclaw_model_tokens_total",
            TOKENS,
            "Tokens that models used. The kinds overlap: a total is token_type=~\"prompt|output\", not input|output, which "
                    + "leaves out cached tokens.");

    /** Token use per call. */
    public static final FamilyGroup TOKEN_USAGE = BUILDER.group(MODEL, PROVIDER, TOKEN_TYPE);
    /** Input and output tokens of each call. */
    public static final Family GEN_AI_TOKEN_USAGE = BUILDER.histogram(
            TOKEN_USAGE,
            "openclaw_gen_ai_client_token_usage",
            TOKENS,
            Buckets.TOKENS,
            "Tokens of each model usage report: input without cached tokens, and output.");

    /** What a model usage report says beside its tokens. */
    public static final FamilyGroup MODEL_USAGE = BUILDER.group(AGENT, CHANNEL, MODEL, PROVIDER);
    /** Spend. */
    public static final Family MODEL_COST_USD = BUILDER.counter(
            MODEL_USAGE,
            "openclaw_model_cost_usd_total",
            USD,
            "US dollars spent on models, as far as their prices are known.");
    /** Time until usage was reported. */
    public static final Family MODEL_USAGE_DURATION = BUILDER.histogram(
            MODEL_USAGE,
            "openclaw_model_usage_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of the work that a model usage report covers.");

    /** Agent runs. */
    public static final FamilyGroup RUN = BUILDER.group(CHANNEL, MODEL, OUTCOME, PROVIDER, TRIGGER);
    /** Duration of runs. */
    public static final Family RUN_DURATION = BUILDER.histogram(
            RUN,
            "openclaw_run_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of agent runs, from start to outcome.");
    /** Runs. */
    public static final Family RUN_COMPLETED = BUILDER.counter(
            RUN, "openclaw_run_completed_total", ITEMS, "Agent runs that came to an end, whatever the outcome.");

    /** Model calls. */
    public static final FamilyGroup MODEL_CALL =
            BUILDER.group(API, ERROR_CATEGORY, MODEL, OUTCOME, PROVIDER, TRANSPORT);
    /** Duration of model calls. */
    public static final Family MODEL_CALL_DURATION = BUILDER.histogram(
            MODEL_CALL,
            "openclaw_model_call_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of single calls to a model provider.");
    /** Model calls. */
    public static final Family MODEL_CALL_TOTAL = BUILDER.counter(
            MODEL_CALL, "openclaw_model_call_total", ITEMS, "Calls to a model provider that ended or failed.");

    /** Tool executions. */
    public static final FamilyGroup TOOL_EXECUTION = BUILDER.group(ERROR_CATEGORY, OUTCOME, PARAMS_KIND, TOOL);
    /** Duration of tool executions. */
    public static final Family TOOL_EXECUTION_DURATION = BUILDER.histogram(
            TOOL_EXECUTION,
            "openclaw_tool_execution_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of tool executions.");
    /** Tool executions. */
    public static final Family TOOL_EXECUTION_TOTAL = BUILDER.counter(
            TOOL_EXECUTION, "openclaw_tool_execution_total", ITEMS, "Tool executions that ended or failed.");

    /** Harness runs. */
    public static final FamilyGroup HARNESS_RUN =
            BUILDER.group(CHANNEL, ERROR_CATEGORY, HARNESS, MODEL, OUTCOME, PHASE, PLUGIN, PROVIDER);
    /** Duration of harness runs. */
    public static final Family HARNESS_RUN_DURATION = BUILDER.histogram(
            HARNESS_RUN,
            "openclaw_harness_run_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of runs of an agent harness.");
    /** Harness runs. */
    public static final Family HARNESS_RUN_TOTAL = BUILDER.counter(
            HARNESS_RUN, "openclaw_harness_run_total", ITEMS, "Runs of an agent harness that ended or failed.");

    /** Processed messages. */
    public static final FamilyGroup MESSAGE_PROCESSED = BUILDER.group(CHANNEL, OUTCOME, REASON);
    /** Processed messages. */
    public static final Family MESSAGE_PROCESSED_TOTAL = BUILDER.counter(
            MESSAGE_PROCESSED, "openclaw_message_processed_total", ITEMS, "Inbound messages processed, by outcome.");
    /** Time to process a message. */
    public static final Family MESSAGE_PROCESSED_DURATION = BUILDER.histogram(
            MESSAGE_PROCESSED,
            "openclaw_message_processed_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Time from receipt of an inbound message to its outcome.");

    /** Deliveries begun. */
    public static final FamilyGroup MESSAGE_DELIVERY_START = BUILDER.group(CHANNEL, DELIVERY_KIND);
    /** Deliveries begun. */
    public static final Family MESSAGE_DELIVERY_STARTED = BUILDER.counter(
            MESSAGE_DELIVERY_START,
            "openclaw_message_delivery_started_total",
            ITEMS,
            "Outbound deliveries that were begun.");

    /** Deliveries ended. */
    public static final FamilyGroup MESSAGE_DELIVERY = BUILDER.group(CHANNEL, DELIVERY_KIND, ERROR_CATEGORY, OUTCOME);
    /** Deliveries. */
    public static final Family MESSAGE_DELIVERY_TOTAL = BUILDER.counter(
            MESSAGE_DELIVERY, "openclaw_message_delivery_total", ITEMS, "Outbound deliveries that arrived or failed.");
    /** Duration of deliveries. */
    public static final Family MESSAGE_DELIVERY_DURATION = BUILDER.histogram(
            MESSAGE_DELIVERY,
            "openclaw_message_delivery_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of outbound deliveries.");

    /** Talk sessions. */
    public static final FamilyGroup TALK = BUILDER.group(BRAIN, EVENT_TYPE, MODE, PROVIDER, TRANSPORT);
    /** Talk events. */
    public static final Family TALK_EVENT_TOTAL =
            BUILDER.counter(TALK, "openclaw_talk_event_total", ITEMS, "Events of voice sessions.");
    /** Duration of talk events. */
    public static final Family TALK_EVENT_DURATION = BUILDER.histogram(
            TALK,
            "openclaw_talk_event_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration that events of voice sessions report.");
    /** Audio volume. */
    public static final Family TALK_AUDIO_BYTES = BUILDER.histogram(
            TALK,
            "openclaw_talk_audio_bytes",
            BYTES,
            Buckets.BYTES,
            "Audio bytes that events of voice sessions report.");

    /** Session recoveries. */
    public static final FamilyGroup SESSION_RECOVERY = BUILDER.group(ACTION, ACTIVE_WORK_KIND, STATE, STATUS);
    /** Session recoveries. */
    public static final Family SESSION_RECOVERY_TOTAL = BUILDER.counter(
            SESSION_RECOVERY,
            "openclaw_session_recovery_total",
            ITEMS,
            "Recoveries of stuck sessions: one for the request, one for its result; filter status before summing.");
    /** Age of recovered work. */
    public static final Family SESSION_RECOVERY_AGE = BUILDER.histogram(
            SESSION_RECOVERY,
            "openclaw_session_recovery_age_seconds",
            SECONDS,
            Buckets.SECONDS,
            "How long the work had been stuck when its session was recovered.");

    /** Queue lanes. */
    public static final FamilyGroup QUEUE_LANE = BUILDER.group(LANE);
    /** Lane length. */
    public static final Family QUEUE_LANE_SIZE = BUILDER.gauge(
            QUEUE_LANE, "openclaw_queue_lane_size", ITEMS, "Entries waiting in a queue lane when it last changed.");
    /** Lane wait. */
    public static final Family QUEUE_LANE_WAIT = BUILDER.histogram(
            QUEUE_LANE,
            "openclaw_queue_lane_wait_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Time that entries waited in a queue lane.");

    /** Session transitions. */
    public static final FamilyGroup SESSION_TRANSITION = BUILDER.group(REASON, STATE);
    /** Session transitions. */
    public static final Family SESSION_STATE_TOTAL = BUILDER.counter(
            SESSION_TRANSITION, "openclaw_session_state_total", ITEMS, "Sessions that entered a state.");

    /** Sessions by state. */
    public static final FamilyGroup SESSION_QUEUE = BUILDER.group(STATE);
    /** Depth of session queues. */
    public static final Family SESSION_QUEUE_DEPTH = BUILDER.gauge(
            SESSION_QUEUE,
            "openclaw_session_queue_depth",
            ITEMS,
            "Messages queued for a session when one last entered the state.");

    /** Process memory. */
    public static final FamilyGroup MEMORY = BUILDER.group(KIND);
    /** Process memory. */
    public static final Family MEMORY_BYTES =
            BUILDER.gauge(MEMORY, "openclaw_memory_bytes", BYTES, "Memory of the Gateway process at the last sample.");

    /** Resident memory. */
    public static final FamilyGroup MEMORY_RSS = BUILDER.group();
    /** Resident memory. */
    public static final Family MEMORY_RSS_BYTES = BUILDER.histogram(
            MEMORY_RSS,
            "openclaw_memory_rss_bytes",
            BYTES,
            Buckets.BYTES,
            "Resident memory of the Gateway process at each sample.");

    /** Memory pressure. */
    public static final FamilyGroup PRESSURE = BUILDER.group(LEVEL, PRESSURE_REASON);
    /** Memory pressure. */
    public static final Family MEMORY_PRESSURE_TOTAL = BUILDER.counter(
            PRESSURE, "openclaw_memory_pressure_total", ITEMS, "Times that the Gateway found itself short of memory.");

    /** Telemetry exporters. */
    public static final FamilyGroup TELEMETRY = BUILDER.group(EXPORTER, REASON, SIGNAL, STATUS);
    /** Telemetry exporters. */
    public static final Family TELEMETRY_EXPORTER_TOTAL = BUILDER.counter(
            TELEMETRY,
            "openclaw_telemetry_exporter_total",
            ITEMS,
            "Starts, failures and drops that telemetry exporters reported, this one included.");

    /** Updates refused at the series cap. */
    public static final Family SERIES_DROPPED = BUILDER.dropCounter(
            "openclaw_prometheus_series_dropped_total",
            "Updates dropped because a new series would have exceeded the cap.");

    /** The catalog of all of the above. */
    public static final Catalog CATALOG = BUILDER.build();

    private OpenClawCatalog() {}
}
