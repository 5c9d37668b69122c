package ai.openclaw.diagnostics.gateway;

/** The ways in which a model call fails, and how long each takes to show. */
enum DemoFailure {
    OVERLOADED("overloaded", new DemoLatency(650, 0.6, 10_000)),
    RATE_LIMIT("rate_limit", new DemoLatency(180, 0.5, 5_000)),
    TIMEOUT("timeout", new DemoLatency(20_000, 0.1, 30_000)),
    CONNECTION_RESET("ECONNRESET", new DemoLatency(2_500, 1, 30_000)),
    CONTEXT_OVERFLOW("context_overflow", new DemoLatency(400, 0.4, 5_000));

    private final String category;
    private final DemoLatency latency;

    DemoFailure(String category, DemoLatency latency) {
        this.category = category;
        this.latency = latency;
    }

    String category() {
        return category;
    }

    DemoLatency latency() {
        return latency;
    }
}
