package ai.openclaw.diagnostics.demo.cast;

/** The agents of the demo, each with its models, its harness and its favourite tools. */
public enum Agent {
    MAIN(
            "main",
            Harness.EMBEDDED,
            Mix.of(Model.OPUS, 1).and(Model.HAIKU, 96).and(Model.GPT_BY_ALIAS, 3),
            Model.GPT,
            Mix.of(Tool.READ, 30)
                    .and(Tool.EXEC, 22)
                    .and(Tool.WRITE, 10)
                    .and(Tool.WEB_SEARCH, 9)
                    .and(Tool.EDIT, 8)
                    .and(Tool.SESSION_STATUS, 5)
                    .and(Tool.SESSIONS_SPAWN, 6)),
    RESEARCH(
            "research",
            Harness.EMBEDDED,
            Mix.of(Model.GEMINI, 99).and(Model.OPUS, 1),
            Model.OPUS,
            Mix.of(Tool.WEB_SEARCH, 34)
                    .and(Tool.WEB_FETCH, 26)
                    .and(Tool.BROWSER, 16)
                    .and(Tool.READ, 14)
                    .and(Tool.WRITE, 8)),
    OPS(
            "ops",
            Harness.CODEX,
            Mix.of(Model.GPT, 1),
            Model.HAIKU,
            Mix.of(Tool.EXEC, 40)
                    .and(Tool.READ, 24)
                    .and(Tool.PROCESS, 12)
                    .and(Tool.LIST_ISSUES, 14)
                    .and(Tool.EDIT, 8)),
    SUPPORT(
            "support",
            Harness.CLAUDE_CLI,
            Mix.of(Model.HAIKU, 3).and(Model.LLAMA, 2),
            Model.LLAMA,
            Mix.of(Tool.READ, 40)
                    .and(Tool.WEB_SEARCH, 20)
                    .and(Tool.LIST_ISSUES, 10)
                    .and(Tool.SESSION_STATUS, 10));

    private final String id;
    private final Harness harness;
    private final Mix<Model> models;
    private final Model fallback;
    private final Mix<Tool> tools;

    Agent(String id, Harness harness, Mix<Model> models, Model fallback, Mix<Tool> tools) {
        this.id = id;
        this.harness = harness;
        this.models = models;
        this.fallback = fallback;
        this.tools = tools;
    }

    /** Returns its id in events. */
    public String id() {
        return id;
    }

    /** Returns the harness that its runs use. */
    public Harness harness() {
        return harness;
    }

    /** Returns the models that it begins a run with. */
    public Mix<Model> models() {
        return models;
    }

    /** Returns the model that takes over when the chosen one fails twice in a row. */
    public Model fallback() {
        return fallback;
    }

    /** Returns the tools that it uses. */
    public Mix<Tool> tools() {
        return tools;
    }
}
