package ai.openclaw.diagnostics.demo.cast;

import org.jspecify.annotations.Nullable;

/** What carries out an agent's runs: the Gateway itself, or a command-line agent that a plugin brings. */
public enum Harness {
    EMBEDDED("embedded", null),
    CODEX("codex", "codex"),
    CLAUDE_CLI("claude-cli", "acpx");

    private final String id;
    private final @Nullable String plugin;

    Harness(String id, @Nullable String plugin) {
        this.id = id;
        this.plugin = plugin;
    }

    /** Returns its id in events. */
    public String id() {
        return id;
    }

    /** Returns the plugin that brings it, or null for the Gateway's own. */
    @Nullable
    public String plugin() {
        return plugin;
    }
}
