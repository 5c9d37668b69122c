package ai.openclaw.diagnostics.demo.cast;

import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import org.jspecify.annotations.Nullable;

/** The tools of the demo's agents. */
public enum Tool {
    READ("read", "object", new Latency(18, 0.8, 5_000), 0.012, Trouble.LOCAL),
    WRITE("write", "object", new Latency(30, 0.7, 5_000), 0.006, Trouble.LOCAL),
    EDIT("edit", "object", new Latency(35, 0.7, 5_000), 0.04, Trouble.LOCAL),
    EXEC("exec", "object", new Latency(420, 1.6, 180_000), 0.03, Trouble.LOCAL),
    WEB_SEARCH("web_search", "object", new Latency(850, 0.6, 30_000), 0.02, Trouble.REMOTE),
    WEB_FETCH("web_fetch", "string", new Latency(1_100, 0.9, 30_000), 0.05, Trouble.REMOTE),
    BROWSER("browser", "object", new Latency(3_200, 0.9, 120_000), 0.05, Trouble.REMOTE),
    LIST_ISSUES("mcp__github__list_issues", "object", new Latency(600, 0.7, 30_000), 0.02, Trouble.REMOTE),
    PROCESS("process", "array", new Latency(12, 0.6, 5_000), 0.005, Trouble.LOCAL),
    SESSION_STATUS("session_status", "undefined", new Latency(6, 0.5, 1_000), 0, Trouble.LOCAL),
    /** Starts a subagent and does not wait for it. */
    SESSIONS_SPAWN("sessions_spawn", "object", new Latency(90, 0.5, 5_000), 0.01, Trouble.LOCAL);

    private final String id;
    private final String paramsKind;
    private final Latency latency;
    private final double errorRate;
    private final Mix<String> troubles;

    Tool(String id, String paramsKind, Latency latency, double errorRate, Mix<String> troubles) {
        this.id = id;
        this.paramsKind = paramsKind;
        this.latency = latency;
        this.errorRate = errorRate;
        this.troubles = troubles;
    }

    /** Returns how long its use takes. */
    public Latency latency() {
        return latency;
    }

    /** Returns the share of its uses that fail. */
    public double errorRate() {
        return errorRate;
    }

    /** Returns the server of a tool such as {@code mcp__github__list_issues}; null for a tool of the core. */
    private @Nullable String owner() {
        return id.startsWith("mcp__") ? id.split("__")[1] : null;
    }

    /** Returns what the event of a use that succeeded is made of. */
    public ToolExecutionCompleted.Builder completed(long tookMs) {
        return ToolExecutionCompleted.builder()
                .paramsKind(paramsKind)
                .toolName(id)
                .toolOwner(owner())
                .toolSource(owner() == null ? "core" : "mcp")
                .durationMs(tookMs);
    }

    /** Returns what the event of a use that failed is made of. */
    public ToolExecutionError.Builder failed(long tookMs, Dice dice) {
        return ToolExecutionError.builder()
                .errorCategory(troubles.pick(dice))
                .paramsKind(paramsKind)
                .toolName(id)
                .toolOwner(owner())
                .toolSource(owner() == null ? "core" : "mcp")
                .durationMs(tookMs);
    }

    /** What goes wrong with tools of this machine, and with those of other people's. */
    private static final class Trouble {
        static final Mix<String> LOCAL =
                Mix.of("Error", 8).and("TimeoutError", 1).and("AbortError", 1);
        static final Mix<String> REMOTE =
                Mix.of("TimeoutError", 4).and("ECONNRESET", 3).and("rate_limit", 2);
    }
}
