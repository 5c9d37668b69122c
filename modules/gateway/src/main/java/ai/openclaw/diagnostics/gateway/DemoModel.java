package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelCallError;
import ai.openclaw.diagnostics.events.ModelUsage;

/** The models of the demo: who serves them, what they cost and how quick they are. */
enum DemoModel {
    OPUS("claude-opus-4.6", DemoProvider.ANTHROPIC, new DemoPrice(5, 25, 0.5, 6.25), latency(3_600, 0.75)),
    HAIKU("claude-haiku-4.5", DemoProvider.ANTHROPIC, new DemoPrice(1, 5, 0.1, 1.25), latency(1_200, 0.6)),
    GPT("gpt-5.4", DemoProvider.OPENAI, new DemoPrice(2.5, 15, 0.25, 0), latency(2_900, 0.85)),
    GEMINI("gemini-3-pro", DemoProvider.GOOGLE, new DemoPrice(2, 12, 0.2, 0), latency(4_000, 0.95)),
    /** Its id holds a slash, which no label may: it shows how a value falls back. */
    GPT_BY_ALIAS("openai/gpt-5.4", DemoProvider.OPENROUTER, new DemoPrice(2.5, 15, 0.25, 0), latency(3_300, 0.9)),
    LLAMA("llama3.3:70b", DemoProvider.OLLAMA, DemoPrice.NONE, latency(6_000, 0.5));

    private final String id;
    private final DemoProvider provider;
    private final DemoPrice price;
    private final DemoLatency latency;

    DemoModel(String id, DemoProvider provider, DemoPrice price, DemoLatency latency) {
        this.id = id;
        this.provider = provider;
        this.price = price;
        this.latency = latency;
    }

    private static DemoLatency latency(double medianMs, double sigma) {
        return new DemoLatency(medianMs, sigma, 300_000);
    }

    String id() {
        return id;
    }

    DemoProvider provider() {
        return provider;
    }

    DemoLatency latency() {
        return latency;
    }

    /** Tells whether its provider keeps a prompt cache. */
    boolean caching() {
        return provider != DemoProvider.OLLAMA;
    }

    ModelCallCompleted completed(long tookMs) {
        return new ModelCallCompleted(provider.api(), id, provider.id(), provider.transport(), tookMs);
    }

    ModelCallError failed(String category, long tookMs) {
        return new ModelCallError(provider.api(), category, id, provider.id(), provider.transport(), tookMs);
    }

    ModelUsage used(DemoSession session, DemoTokens tokens, long tookMs) {
        return new ModelUsage(
                session.agent().id(),
                session.origin().id(),
                id,
                provider.id(),
                tokens.toUsage(),
                price.of(tokens),
                tookMs);
    }
}
