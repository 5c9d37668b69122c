package ai.openclaw.diagnostics.demo.cast;

/** The ways in which a model call fails, and how long each takes to show. */
public enum Failure {
    SERVER_ERROR("server_error", new Latency(900, 0.6, 10_000)),
    OVERLOADED("overloaded", new Latency(650, 0.6, 10_000)),
    RATE_LIMIT("rate_limit", new Latency(180, 0.5, 5_000)),
    TIMEOUT("timeout", new Latency(20_000, 0.1, 30_000)),
    CONNECTION_RESET("ECONNRESET", new Latency(2_500, 1, 30_000)),
    CONTEXT_OVERFLOW("context_overflow", new Latency(400, 0.4, 5_000));

    private final String category;
    private final Latency latency;

    Failure(String category, Latency latency) {
        this.category = category;
        this.latency = latency;
    }

    /** Returns the category in events. */
    public String category() {
        return category;
    }

    /** Returns how long it takes to show. */
    public Latency latency() {
        return latency;
    }
}
