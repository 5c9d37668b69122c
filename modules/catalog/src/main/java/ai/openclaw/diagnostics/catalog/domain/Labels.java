package ai.openclaw.diagnostics.catalog.domain;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.catalog.Profile;

/** The labels of the exporter's families. */
public final class Labels {

    /** What a session recovery did or was asked to do. */
    public static final Label ACTION =
            Label.of("action", "What the recovery does: recover, abort, release_lane, abort_embedded_run, none.");
    /** The work that kept a stuck session busy. */
    public static final Label ACTIVE_WORK_KIND = Label.of(
                    "active_work_kind", "The work found active: model_call, tool_call, embedded_run.")
            .withFallback("none");
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
            .withFallback("other");
    /** The class of a failure. */
    public static final Label ERROR_CATEGORY = Label.of(
                    "error_category", "The class of the failure; none on success, other where it has no usable name.")
            .withFallback("other");
    /** What happened in a talk session. */
    public static final Label EVENT_TYPE = Label.of("event_type", "What happened, such as turn.started.");
    /** An exporter of telemetry. */
    public static final Label EXPORTER = Label.of("exporter", "The exporter's id, such as diagnostics-prometheus.");
    /** The harness that ran an agent. */
    public static final Label HARNESS = Label.of("harness", "The agent harness, such as embedded or codex.");
    /** Which figure of the process's memory. */
    public static final Label KIND = Label.of(
            "kind",
            "Which memory: rss, heap_total, heap_used; from 2026.9 on also external, array_buffers, worker_heap_total, "
                    + "worker_heap_used.");
    /** A queue lane. */
    public static final Label LANE = Label.of("lane", "The queue lane: main, cron, subagent, session and others.")
            .ofLanes();
    /** How grave memory pressure is. */
    public static final Label LEVEL =
            Label.of("level", "How grave: warning, critical.").closed("warning", "critical");
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
            Label.of("reason", "Why; none where no reason was given.").withFallback("none");
    /** Why memory is under pressure. */
    public static final Label PRESSURE_REASON = Label.of(
                    "reason", "What was exceeded: rss_threshold, heap_threshold, rss_growth.")
            .closed("rss_threshold", "heap_threshold", "rss_growth");
    /** What an exporter exports. */
    public static final Label SIGNAL =
            Label.of("signal", "The telemetry signal: traces, metrics, logs.").closed("traces", "metrics", "logs");
    /** The state of a session. */
    public static final Label STATE = Label.of("state", "The session's state: idle, processing, waiting.")
            .closed("idle", "processing", "waiting");
    /** How far a recovery is. */
    public static final Label RECOVERY_STATUS = Label.of(
                    "status",
                    "How far the recovery is: requested, or its result: aborted, released, skipped, noop, failed.")
            .closed("requested", "aborted", "released", "skipped", "noop", "failed");
    /** What an exporter reports. */
    public static final Label EXPORTER_STATUS = Label.of(
                    "status", "What the exporter reports: started, failure, dropped.")
            .closed("started", "failure", "dropped");
    /** Which tokens of a model call. */
    public static final Label TOKEN_TYPE = Label.of(
            "token_type",
            "Which tokens: input, output, cache_read, cache_write, prompt, total. prompt = input + cache_read + cache_write; "
                    + "total is what the provider reported. A sum is prompt|output or the four kinds beside them.");
    /** A tool. */
    public static final Label TOOL =
            Label.of("tool", "The tool's name, such as read or web_search.").withFallback("tool");
    /** The transport of a model call or talk session. */
    public static final Label TRANSPORT = Label.of("transport", "The transport, such as sse, websocket or webrtc.");
    /** What set off a run. */
    public static final Label TRIGGER = Label.of("trigger", "What set the run off: user, cron, webhook, heartbeat.");

    /** How a message ended. */
    public static final Label MESSAGE_OUTCOME = Label.of("outcome", "How the message ended: completed, skipped, error.")
            .closed("completed", "skipped", "error");

    /** How a skill was used. */
    public static final Label ACTIVATION = Label.of("activation", "How the skill was used: command, read.");
    /** Which policy or plugin blocked a run. */
    public static final Label BLOCKED_BY = Label.of("blocked_by", "What blocked the run; left out if nothing did.")
            .orAbsent()
            .since(Profile.V2026_9);
    /** The build of the exporter. */
    public static final Label BUILD_ID =
            Label.of("build_id", "The version of this exporter.").orAbsent();
    /** Why a tool was not run. */
    public static final Label DENIED_REASON = Label.of("denied_reason", "The class of the denial, such as policy.")
            .withFallback("other");
    /** Which diagnostic events were dropped. */
    public static final Label DROP_CLASS =
            Label.of("drop_class", "Which events: total, or the part of it that was trusted, untrusted, priority.");
    /** A family of child processes. */
    public static final Label PROCESS_FAMILY = Label.of("family", "The kind of child process, such as git.");
    /** The model that was left. */
    public static final Label FROM_MODEL = Label.of("from_model", "The model that was given up.");
    /** The provider that was left. */
    public static final Label FROM_PROVIDER = Label.of("from_provider", "The provider of the model that was given up.");
    /** A method of the Gateway. */
    public static final Label METHOD =
            Label.of("method", "The Gateway's method, such as chat.send; other for those of plugins.");
    /** What a model call observes. */
    public static final Label OBSERVATION_UNIT = Label.of(
                    "observation_unit", "What is observed: request, a single one; turn, an agent's turn as a whole.")
            .since(Profile.V2026_9);
    /** What was done with a large payload. */
    public static final Label PAYLOAD_ACTION = Label.of("action", "What was done: rejected, truncated, chunked.")
            .closed("rejected", "truncated", "chunked");
    /** The channel of a payload. */
    public static final Label PAYLOAD_CHANNEL = CHANNEL.withFallback("none");
    /** The plugin of a payload. */
    public static final Label PAYLOAD_PLUGIN =
            Label.of("plugin", "The plugin that the payload was for or from.").withFallback("none");
    /** A process. */
    public static final Label PROCESS_INSTANCE_ID =
            Label.of("process_instance_id", "A random id of this start of the exporter.");
    /** Why a model was left. */
    public static final Label FAILOVER_REASON = Label.of(
                    "reason", "The class of the failure, such as rate_limit or server_error.")
            .withFallback("other");
    /** Why the Gateway is slow. */
    public static final Label LIVENESS_REASON = Label.of(
            "reason", "What is late or busy, joined by colons: event_loop_delay, event_loop_utilization, cpu.");
    /** How a call of the Gateway ended. */
    public static final Label RPC_OUTCOME = Label.of(
                    "outcome",
                    "How the phase ended: ok, error, unavailable, suppressed, returned, threw, rejected, cancelled.")
            .closed("ok", "error", "unavailable", "suppressed", "returned", "threw", "rejected", "cancelled");
    /** The phase of a call of the Gateway. */
    public static final Label RPC_PHASE = Label.of("phase", "The phase that ended: response, handler, dispatch.")
            .closed("response", "handler", "dispatch");
    /** A worker's script. */
    public static final Label SCRIPT = Label.of("script", "The file name of the worker's script.");
    /** How busy sessions are. */
    public static final Label SESSION_LOAD = Label.of("state", "Which sessions: active, waiting, queued.");
    /** A skill. */
    public static final Label SKILL = Label.of("skill", "The skill's name.").withFallback("skill");
    /** Where a skill comes from. */
    public static final Label SKILL_SOURCE = Label.of("source", "Where the skill comes from: bundled, workspace.");
    /** What a message came from. */
    public static final Label SOURCE = Label.of("source", "What received the message.");
    /** Whether a failover suspended a model. */
    public static final Label SUSPENDED =
            Label.of("suspended", "Whether the model that was given up is suspended: true, false, unknown.");
    /** Where a large payload was met. */
    public static final Label SURFACE = Label.of("surface", "Where it was met, such as gateway.http.json.");
    /** The model that took over. */
    public static final Label TO_MODEL = Label.of("to_model", "The model that took over.");
    /** The provider that took over. */
    public static final Label TO_PROVIDER = Label.of("to_provider", "The provider of the model that took over.");
    /** Whose tool it is. */
    public static final Label TOOL_OWNER = Label.of("tool_owner", "The plugin or server that provides the tool.")
            .withFallback("none")
            .since(Profile.V2026_9);
    /** Where a tool comes from. */
    public static final Label TOOL_SOURCE = Label.of(
                    "tool_source", "Where the tool comes from: core, plugin, mcp, channel.")
            .withFallback("core")
            .since(Profile.V2026_9);
    /** What began a turn. */
    public static final Label TURN_TRIGGER =
            Label.of("trigger", "What began the turn: user, heartbeat.").closed("user", "heartbeat");
    /** A kind of webhook. */
    public static final Label WEBHOOK = Label.of("webhook", "The kind of update, such as telegram-post.");

    private Labels() {}
}
