package ai.openclaw.diagnostics.catalog;

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
    public static final Label KIND = Label.of("kind", "Which memory: rss, heap_total, heap_used.");
    /** A queue lane. */
    public static final Label LANE = Label.of("lane", "The queue lane: main, cron, subagent, session and others.")
            .ofLanes();
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
            Label.of("reason", "Why; none where no reason was given.").withFallback("none");
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
            Label.of("tool", "The tool's name, such as read or web_search.").withFallback("tool");
    /** The transport of a model call or talk session. */
    public static final Label TRANSPORT = Label.of("transport", "The transport, such as sse, websocket or webrtc.");
    /** What set off a run. */
    public static final Label TRIGGER = Label.of("trigger", "What set the run off: user, cron, webhook, heartbeat.");

    private Labels() {}
}
