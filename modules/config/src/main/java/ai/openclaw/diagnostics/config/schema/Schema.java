package ai.openclaw.diagnostics.config.schema;

import ai.openclaw.diagnostics.config.source.Secret;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every key that a configuration file may have, and what holds where it has not. */
public final class Schema {

    // gateway
    public static final ConfigKey<Integer> PORT =
            ConfigKey.of("gateway.port", ValueType.range(1, 65535), 18789, "The port that the Gateway listens on.");
    public static final ConfigKey<Integer> PORT_FLAG = PORT.with(ValueType.range(0, 65535));
    public static final ConfigKey<String> BIND = ConfigKey.of(
            "gateway.bind",
            ValueType.text("\"loopback\", \"lan\" or an IP address", Addresses::isBind)
                    .instead(ReferenceKeys.BINDS),
            "loopback",
            "Who can reach it: this machine, the network, or one address. \"lan\" and \"0.0.0.0\" also answer on IPv6;"
                    + " with `OPENCLAW_JAVA_OPTS=-Djava.net.preferIPv4Stack=true` on IPv4 alone.");

    // gateway.auth
    public static final String TOKEN_VARIABLE = "OPENCLAW_GATEWAY_TOKEN";
    public static final String PASSWORD_VARIABLE = "OPENCLAW_GATEWAY_PASSWORD";
    public static final ConfigKey<String> AUTH_MODE = ConfigKey.withoutDefault(
            "gateway.auth.mode",
            ValueType.oneOf("token", "password").instead(ReferenceKeys.AUTH_MODES),
            "Which credential callers present.");
    public static final ConfigKey<Secret> AUTH_TOKEN = ConfigKey.withoutDefault(
            "gateway.auth.token", ValueType.secret(TOKEN_VARIABLE), "The token of the mode \"token\".");
    public static final ConfigKey<Secret> AUTH_PASSWORD = ConfigKey.withoutDefault(
            "gateway.auth.password", ValueType.secret(PASSWORD_VARIABLE), "The password of the mode \"password\".");
    public static final String RATE_LIMIT = "gateway.auth.rateLimit";
    private static final int MAX_ATTEMPTS = 1000; // each that counts is remembered
    private static final long YEAR_MS = 365L * 24 * 60 * 60 * 1000;
    public static final ConfigKey<Integer> RATE_LIMIT_ATTEMPTS = ConfigKey.of(
            RATE_LIMIT + ".maxAttempts",
            ValueType.range(1, MAX_ATTEMPTS),
            10,
            "Wrong credentials from one address before it is locked out.");
    public static final ConfigKey<Long> RATE_LIMIT_WINDOW = ConfigKey.of(
            RATE_LIMIT + ".windowMs",
            ValueType.upTo(YEAR_MS),
            60_000L,
            "The time in which they are counted, in milliseconds.");
    public static final ConfigKey<Long> RATE_LIMIT_LOCKOUT = ConfigKey.of(
            RATE_LIMIT + ".lockoutMs",
            ValueType.upTo(YEAR_MS),
            300_000L,
            "How long the address is locked out, in milliseconds.");
    public static final ConfigKey<Boolean> RATE_LIMIT_EXEMPT = ConfigKey.of(
            RATE_LIMIT + ".exemptLoopback", ValueType.bool(), true, "Whether this machine is never locked out.");
    public static final ConfigKey<List<String>> TRUSTED_PROXIES = ConfigKey.of(
            "gateway.trustedProxies",
            ValueType.listOf(ValueType.text("an IP address or a CIDR block", Addresses::isNetwork)),
            List.of(),
            "The proxies whose word about a caller's address is taken.");

    // gateway.tls
    public static final String TLS = "gateway.tls";
    public static final ConfigKey<Boolean> TLS_ENABLED =
            ConfigKey.of(TLS + ".enabled", ValueType.bool(), true, "Whether the certificate is used.");
    public static final ConfigKey<String> TLS_CERTIFICATE = ConfigKey.withoutDefault(
            TLS + ".certPath",
            ValueType.text(),
            "The certificate for HTTPS and those that it depends on, PEM; read anew when it changes.");
    public static final ConfigKey<String> TLS_KEY = ConfigKey.withoutDefault(
            TLS + ".keyPath", ValueType.text(), "Its private key, PEM, PKCS#8 without a password.");
    public static final ConfigKey<Integer> DRAIN = ConfigKey.of(
            "gateway.drainMs",
            ValueType.range(0, 300_000),
            5_000,
            "How long a Gateway that is stopped and probed still serves, not ready; 0 for not at all.");

    // plugins
    private static final ValueType<List<String>> PLUGIN_IDS = ValueType.listOf(ValueType.text());
    public static final ConfigKey<Boolean> PLUGINS_ENABLED =
            ConfigKey.of("plugins.enabled", ValueType.bool(), true, "Whether there are plugins at all.");
    public static final ConfigKey<List<String>> PLUGINS_ALLOW =
            ConfigKey.of("plugins.allow", PLUGIN_IDS, List.of(), "If not empty, the only plugins that may run.");
    public static final ConfigKey<List<String>> PLUGINS_DENY =
            ConfigKey.of("plugins.deny", PLUGIN_IDS, List.of(), "Plugins that never run.");
    public static final ConfigKey<List<String>> PLUGINS_PATHS = ConfigKey.of(
            "plugins.load.paths",
            ValueType.listOf(ValueType.text()),
            List.of(),
            "Folders with plugins that are not bundled.");
    public static final String PLUGINS_ENTRIES = "plugins.entries";
    public static final ConfigKey<Boolean> ENTRY_ENABLED = ConfigKey.withoutDefault(
            PLUGINS_ENTRIES + "." + ConfigKey.ID + ".enabled", ValueType.bool(), "Whether this plugin runs.");
    public static final ConfigKey<Map<String, @Nullable Object>> ENTRY_CONFIG = ConfigKey.of(
            PLUGINS_ENTRIES + "." + ConfigKey.ID + ".config",
            ValueType.anyObject(),
            Map.of(),
            "What the plugin is given.");

    // diagnostics, logging
    public static final ConfigKey<Boolean> DIAGNOSTICS_ENABLED = ConfigKey.of(
            "diagnostics.enabled", ValueType.bool(), false, "Whether diagnostic events flow; unset, they do not.");
    public static final ConfigKey<Map<String, @Nullable Object>> OTEL = ConfigKey.of(
            "diagnostics.otel",
            ValueType.anyObject(),
            Map.of(),
            "What the plugin diagnostics-otel is given; its keys are in docs/otlp.md.");
    public static final ConfigKey<Boolean> INGEST_ENABLED = ConfigKey.of(
            "ingest.enabled", ValueType.bool(), false, "Whether other processes may send events over HTTP.");
    public static final ConfigKey<String> LOG_FILE = ConfigKey.withoutDefault(
            "logging.file",
            ValueType.text(),
            "The file that the log is written into, such as ~/.openclaw/logs/openclaw.log; unset, standard error"
                    + " only.");
    public static final ConfigKey<String> LOG_LEVEL = ConfigKey.of(
            "logging.level",
            ValueType.oneOf("silent", "off", "fatal", "error", "warn", "warning", "info", "debug", "trace"),
            "info",
            "How much is logged: this level and those above it.");
    public static final ConfigKey<String> LOG_FORMAT =
            ConfigKey.of("logging.format", ValueType.oneOf("text", "json"), "json", "How the log file looks.");
    public static final ConfigKey<String> LOG_CONSOLE_STYLE = ConfigKey.withoutDefault(
            "logging.consoleStyle",
            ValueType.oneOf("pretty", "compact", "json"),
            "How the log on standard error looks where --log-format and OPENCLAW_LOG_FORMAT do not say: json, else"
                    + " text.");
    public static final ConfigKey<Long> LOG_MAX_BYTES = ConfigKey.of(
            "logging.maxFileBytes",
            ValueType.range(1L << 20, 1L << 40),
            100L << 20,
            "The size at which the log file is moved aside and compressed.");
    public static final ConfigKey<Integer> LOG_KEEP_FILES =
            ConfigKey.of("logging.keepFiles", ValueType.range(0, 1000), 5, "How many of these archives are kept.");
    public static final ConfigKey<Integer> LOG_KEEP_DAYS =
            ConfigKey.of("logging.keepDays", ValueType.range(1, 3650), 7, "After how many days an archive is deleted.");
    public static final ConfigKey<List<String>> REDACT_PATTERNS = ConfigKey.of(
            "logging.redactPatterns",
            ValueType.listOf(ValueType.text()),
            List.of(),
            "Regular expressions for what no label may hold, beside the built-in ones.");
    public static final ConfigKey<String> REDACT_SENSITIVE = ConfigKey.withoutDefault(
            "logging.redactSensitive",
            ValueType.oneOf("off", "tools"),
            "Read for compatibility; has no power over labels.");

    /** All of them, in the order of the report. */
    public static final List<ConfigKey<?>> KEYS = List.of(
            PORT,
            BIND,
            AUTH_MODE,
            AUTH_TOKEN,
            AUTH_PASSWORD,
            RATE_LIMIT_ATTEMPTS,
            RATE_LIMIT_WINDOW,
            RATE_LIMIT_LOCKOUT,
            RATE_LIMIT_EXEMPT,
            TRUSTED_PROXIES,
            TLS_ENABLED,
            TLS_CERTIFICATE,
            TLS_KEY,
            DRAIN,
            PLUGINS_ENABLED,
            PLUGINS_ALLOW,
            PLUGINS_DENY,
            PLUGINS_PATHS,
            ENTRY_ENABLED,
            ENTRY_CONFIG,
            DIAGNOSTICS_ENABLED,
            OTEL,
            INGEST_ENABLED,
            LOG_FILE,
            LOG_LEVEL,
            LOG_FORMAT,
            LOG_CONSOLE_STYLE,
            LOG_MAX_BYTES,
            LOG_KEEP_FILES,
            LOG_KEEP_DAYS,
            REDACT_PATTERNS,
            REDACT_SENSITIVE);

    private Schema() {}

    /** Tells whether a text may be the id of a plugin. */
    public static boolean isPluginId(String text) {
        return text.matches("[A-Za-z0-9_@][A-Za-z0-9_.@/-]{0,127}");
    }

    /** Returns a table in Markdown of every key: what it may hold, what holds without it, what it does. */
    static String reference() {
        return KEYS.stream()
                .map(key -> "| `" + key.path() + "` | " + key.type().description() + " | " + key.defaultText() + " | "
                        + key.description() + " |\n")
                .collect(Collectors.joining("", "| key | allowed | default | meaning |\n|---|---|---|---|\n", ""));
    }
}
