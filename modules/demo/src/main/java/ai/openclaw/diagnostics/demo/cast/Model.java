package ai.openclaw.diagnostics.demo.cast;

import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelCallError;

/** The models of the demo: who serves them, what they cost and how quick they are. */
public enum Model {
    OPUS("claude-opus-4.6", Provider.ANTHROPIC, new Price(5, 25, 0.5, 6.25), latency(3_600, 0.75)),
    HAIKU("claude-haiku-4.5", Provider.ANTHROPIC, new Price(0.25, 1.25, 0.025, 0.3125), latency(1_200, 0.6)),
    GPT("gpt-5.4", Provider.OPENAI, new Price(0.25, 2, 0.025, 0), latency(2_900, 0.85)),
    GEMINI("gemini-3-pro", Provider.GOOGLE, new Price(0.3, 2.5, 0.03, 0), latency(4_000, 0.95)),
    /** Its id holds a slash, which no label may: it shows how a value falls back. */
    GPT_BY_ALIAS("openai/gpt-5.4", Provider.OPENROUTER, new Price(0.25, 2, 0.025, 0), latency(3_300, 0.9)),
    LLAMA("llama3.3:70b", Provider.OLLAMA, Price.NONE, latency(6_000, 0.5));

    private final String id;
    private final Provider provider;
    private final Price price;
    private final Latency latency;

    Model(String id, Provider provider, Price price, Latency latency) {
        this.id = id;
        this.provider = provider;
        this.price = price;
        this.latency = latency;
    }

    private static Latency latency(double medianMs, double sigma) {
        return new Latency(medianMs, sigma, 300_000);
    }

    /** Returns its name in events. */
    public String id() {
        return id;
    }

    /** Returns who serves it. */
    public Provider provider() {
        return provider;
    }

    /** Returns how long its calls take. */
    public Latency latency() {
        return latency;
    }

    /** Tells whether its provider keeps a prompt cache. */
    public boolean caching() {
        return provider != Provider.OLLAMA;
    }

    /** Returns what the event of a call that succeeded is made of. */
    public ModelCallCompleted.Builder completed(long tookMs) {
        return ModelCallCompleted.builder()
                .api(provider.api())
                .model(id)
                .provider(provider.id())
                .transport(provider.transport())
                .durationMs(tookMs);
    }

    /** Returns what the event of a call that failed is made of. */
    public ModelCallError.Builder failed(String category, long tookMs) {
        return ModelCallError.builder()
                .api(provider.api())
                .errorCategory(category)
                .model(id)
                .provider(provider.id())
                .transport(provider.transport())
                .durationMs(tookMs);
    }

    /** Returns what tokens of it cost in US dollars, NaN if its price is unknown. */
    public double cost(Tokens tokens) {
        return price.of(tokens);
    }
}
