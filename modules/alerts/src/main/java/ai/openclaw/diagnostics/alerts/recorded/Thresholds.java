package ai.openclaw.diagnostics.alerts.recorded;

/** From which value on something is worth an alert. Each number is defined here alone. */
public final class Thresholds {

    // -------------------------- recorded as series, so that operators can override them without touching a rule

    /** US dollars in 24 hours, per job. */
    static final double DAILY_BUDGET_USD = 50;
    /** What part of the messages may fail: an objective of 99 %. */
    static final double MESSAGE_ERROR_BUDGET = 0.01;
    /** The 95th percentile of model calls, in seconds; a bucket bound, since quantiles are exact only there. */
    static final double MODEL_LATENCY_SECONDS = 60;
    /** The 95th percentile of the wait in a queue lane, in seconds: the objective that OpenClaw documents. */
    static final double QUEUE_WAIT_SECONDS = 2;

    /** Whether a Gateway's machine sleeps, as laptops do: then its absence is no fault for days. 0 is no, 1 yes. */
    static final double MACHINE_SLEEPS = 0;

    // ---------------------------------------------------------------------------------------------- quiet Gateways

    /** Windows of some minutes in which something failed; three attempts in a row are one of them. */
    public static final int QUIET_ERRORS = 3;
    /** What part of the work of hours may fail. */
    public static final double QUIET_ERROR_RATIO = 0.5;

    // ------------------------------------------------------------------------------------------------- gateways

    /** What part of the scrapes of half an hour may fail before a target that comes and goes is flapping. */
    public static final double SCRAPES_LOST = 0.2;
    /** Starts within an hour; an operator who changes the configuration restarts two or three times. */
    public static final int RESTARTS_PER_HOUR = 4;
    /** Half of Prometheus's default timeout. */
    public static final double SCRAPE_SECONDS = 5;
    /** Failures of a telemetry exporter within 15 minutes; one or two are a hiccup of the network. */
    public static final int EXPORTER_FAILURES = 3;
    /** Resident memory that grows to how many times itself within a day. */
    public static final double MEMORY_GROWTH_FACTOR = 2;
    /** Bytes of resident memory below which growth does not matter. */
    public static final double MEMORY_FLOOR_BYTES = 512.0 * 1024 * 1024;

    // ------------------------------------------------------------------------------------------- models and cost

    /** Failed calls in 15 minutes without a success. */
    public static final int PROVIDER_ERRORS = 5;
    /** What part of a model's calls may fail; one in ten is a provider's everyday life. */
    public static final double MODEL_ERROR_RATIO = 0.2;
    /** Calls in 15 minutes from which on a ratio or a quantile of them means something. */
    public static final int MODEL_CALLS = 10;
    /** What part of the daily budget one hour may take. */
    public static final double BUDGET_PART_PER_HOUR = 0.25;
    /** How many times its most expensive hour of a week an agent may spend in one. */
    public static final double SPEND_SPIKE_FACTOR = 2;
    /** US dollars in an hour below which no agent is a spike. */
    public static final double SPEND_SPIKE_USD = 5;
    /** Providers that run on the operator's machines, whose tokens have no price. */
    static final String FREE_PROVIDERS = "ollama|lmstudio|llamacpp|vllm|sglang";

    // ---------------------------------------------------------------------------------------- messages and tools

    /** Failed messages below which no error budget is called burnt: a quiet gateway has few messages at all. */
    public static final int MESSAGE_ERRORS = 3;
    /** The same of three days: one in twenty messages of a quiet gateway makes three or four. */
    public static final int MESSAGE_ERRORS_OF_DAYS = 6;
    /** What part of the deliveries to a channel may fail. */
    public static final double DELIVERY_ERROR_RATIO = 0.2;
    /** Failed deliveries in 15 minutes. */
    public static final int DELIVERY_ERRORS = 3;
    /** Deliveries that began and did not end. */
    public static final int DELIVERIES_UNFINISHED = 5;
    /** What part of the deliveries of an hour may be under way longer than that: more are always, where there are many. */
    public static final double DELIVERIES_UNFINISHED_RATIO = 0.1;
    /** Dequeues in 10 minutes from which on a quantile of their waits means something. */
    public static final int DEQUEUES = 10;
    /** Recoveries asked for within an hour. */
    public static final int SESSION_RECOVERIES = 5;
    /** What part of a tool's executions may fail: agents try things. */
    public static final double TOOL_ERROR_RATIO = 0.5;
    /** Failed executions of a tool in 30 minutes. */
    public static final int TOOL_ERRORS = 5;
    /** What part of a harness's runs may fail. */
    public static final double HARNESS_ERROR_RATIO = 0.25;
    /** Failed runs of a harness in 30 minutes. */
    public static final int HARNESS_ERRORS = 3;

    private Thresholds() {}
}
