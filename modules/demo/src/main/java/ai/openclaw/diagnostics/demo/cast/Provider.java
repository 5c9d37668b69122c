package ai.openclaw.diagnostics.demo.cast;

/** The model providers of the demo, with the API and transport that a Gateway would use for each. */
public enum Provider {
    ANTHROPIC("anthropic", "anthropic-messages", "sse"),
    OPENAI("openai", "openai-responses", "websocket"),
    GOOGLE("google", "google-generative-ai", "sse"),
    OPENROUTER("openrouter", "openai-completions", "http"),
    OLLAMA("ollama", "openai-completions", "http");

    private final String id;
    private final String api;
    private final String transport;

    Provider(String id, String api, String transport) {
        this.id = id;
        this.api = api;
        this.transport = transport;
    }

    /** Returns its name in events. */
    public String id() {
        return id;
    }

    String api() {
        return api;
    }

    String transport() {
        return transport;
    }
}
