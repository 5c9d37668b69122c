package ai.openclaw.diagnostics.config.schema;

import java.util.List;
import java.util.Map;

/**
 * Keys of the reference Gateway's file that mean nothing here. The file may be shared with such a Gateway: what is of no
 * consequence is passed over, what would be less safe if it were passed over is refused.
 */
final class ReferenceKeys {

    /** Paths whose values are passed over, whatever they are. */
    static final List<String> PASSED_OVER = List.of(
            "$schema",
            "meta",
            "wizard",
            "env",
            "agents",
            "models",
            "channels",
            "tools",
            "messages",
            "commands",
            "session",
            "hooks",
            "skills",
            "cron",
            "bindings",
            "secrets",
            "memory",
            "mcp",
            "browser",
            "update",
            "auth",
            "approvals",
            "ui",
            "web",
            "discovery",
            "talk",
            "audio",
            "canvasHost",
            "nodeHost",
            "accessGroups",
            "acp",
            "broadcast",
            "cli",
            "crestodian",
            "media",
            "proxy",
            "surfaces",
            "vault",
            "gateway.mode",
            "gateway.controlUi",
            "gateway.tailscale",
            "gateway.nodes",
            "gateway.http",
            "gateway.remote",
            "gateway.reload",
            "gateway.customBindHost",
            "gateway.allowRealIpFallback",
            "gateway.tools",
            "gateway.webchat",
            "gateway.push",
            "gateway.channelHealthCheckMinutes",
            "gateway.channelStaleEventThresholdMinutes",
            "gateway.channelMaxRestartsPerHour",
            "gateway.handshakeTimeoutMs",
            "gateway.tls.autoGenerate",
            "gateway.auth.allowTailscale",
            "gateway.auth.trustedProxy",
            "plugins.slots",
            "plugins.bundledDiscovery",
            "plugins.installs",
            "plugins.entries.<id>.hooks",
            "plugins.entries.<id>.subagent",
            "logging.consoleLevel",
            "diagnostics.flags",
            "diagnostics.stuckSessionWarnMs",
            "diagnostics.stuckSessionAbortMs",
            "diagnostics.memoryPressureSnapshot",
            "diagnostics.cacheTrace");

    /** Paths that are refused, with what to do instead. */
    static final Map<String, String> REFUSED = Map.of(
            "gateway.tls.caPath",
            "certificates of clients are not checked, so callers without one would reach the port; remove the key, and let"
                    + " a reverse proxy check them");

    /** A key that would pull other files into this one, wherever it is. */
    static final String INCLUDE = "$include";

    static final String INCLUDE_REFUSED =
            "other files are not included, so their settings would be lost; copy what is needed into this file";

    /** Values of {@code gateway.bind} that are refused, with what to do instead. */
    static final Map<String, String> BINDS = Map.of(
            "tailnet", "write the tailnet address of this machine itself, such as \"100.64.0.1\"",
            "auto", "write \"loopback\" or \"lan\"",
            "custom", "write the address of gateway.customBindHost itself");

    /** Values of {@code gateway.auth.mode} that are refused, with what to do instead. */
    static final Map<String, String> AUTH_MODES = Map.of(
            "none", "there is no Gateway without authentication; use \"token\"",
            "trusted-proxy", "let the proxy send \"Authorization: Bearer …\" and use \"token\"");

    private ReferenceKeys() {}
}
