package ai.openclaw.diagnostics.gateway;

/** The agents of the demo, each with its models, its harness and its favourite tools. */
enum DemoAgent {
    MAIN(
            "main",
            DemoHarness.EMBEDDED,
            DemoMix.of(DemoModel.OPUS, 68).and(DemoModel.HAIKU, 29).and(DemoModel.GPT_BY_ALIAS, 3),
            DemoModel.GPT,
            DemoMix.of(DemoTool.READ, 30)
                    .and(DemoTool.EXEC, 22)
                    .and(DemoTool.WRITE, 10)
                    .and(DemoTool.WEB_SEARCH, 9)
                    .and(DemoTool.EDIT, 8)
                    .and(DemoTool.SESSION_STATUS, 5)
                    .and(DemoTool.SESSIONS_SPAWN, 6)),
    RESEARCH(
            "research",
            DemoHarness.EMBEDDED,
            DemoMix.of(DemoModel.GEMINI, 9).and(DemoModel.OPUS, 1),
            DemoModel.OPUS,
            DemoMix.of(DemoTool.WEB_SEARCH, 34)
                    .and(DemoTool.WEB_FETCH, 26)
                    .and(DemoTool.BROWSER, 16)
                    .and(DemoTool.READ, 14)
                    .and(DemoTool.WRITE, 8)),
    OPS(
            "ops",
            DemoHarness.CODEX,
            DemoMix.of(DemoModel.GPT, 1),
            DemoModel.HAIKU,
            DemoMix.of(DemoTool.EXEC, 40)
                    .and(DemoTool.READ, 24)
                    .and(DemoTool.PROCESS, 12)
                    .and(DemoTool.LIST_ISSUES, 14)
                    .and(DemoTool.EDIT, 8)),
    SUPPORT(
            "support",
            DemoHarness.CLAUDE_CLI,
            DemoMix.of(DemoModel.HAIKU, 3).and(DemoModel.LLAMA, 2),
            DemoModel.LLAMA,
            DemoMix.of(DemoTool.READ, 40)
                    .and(DemoTool.WEB_SEARCH, 20)
                    .and(DemoTool.LIST_ISSUES, 10)
                    .and(DemoTool.SESSION_STATUS, 10));

    private final String id;
    private final DemoHarness harness;
    private final DemoMix<DemoModel> models;
    private final DemoModel fallback;
    private final DemoMix<DemoTool> tools;

    DemoAgent(String id, DemoHarness harness, DemoMix<DemoModel> models, DemoModel fallback, DemoMix<DemoTool> tools) {
        this.id = id;
        this.harness = harness;
        this.models = models;
        this.fallback = fallback;
        this.tools = tools;
    }

    String id() {
        return id;
    }

    DemoHarness harness() {
        return harness;
    }

    DemoMix<DemoModel> models() {
        return models;
    }

    /** Returns the model that takes over when the chosen one fails twice in a row. */
    DemoModel fallback() {
        return fallback;
    }

    DemoMix<DemoTool> tools() {
        return tools;
    }
}
