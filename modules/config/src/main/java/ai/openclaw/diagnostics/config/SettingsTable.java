package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.json5.Quoting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays settings out as a table: a line for each key with its value, unless that is secret, and its source. */
final class SettingsTable {

    private static final Settings.Row HEADER = new Settings.Row("KEY", "VALUE", "SOURCE");

    private final List<Settings.Row> rows = new ArrayList<>();

    private SettingsTable() {}

    static String of(Settings settings, PluginSettings plugins, GatewayConfig file) {
        List<Settings.Row> rows = new ArrayList<>(List.of(HEADER));
        rows.addAll(rows(settings, plugins, file));
        return render(rows);
    }

    static List<Settings.Row> rows(Settings settings, PluginSettings plugins, GatewayConfig file) {
        SettingsTable table = new SettingsTable();
        table.row(Schema.PORT, settings.port());
        table.row(Schema.BIND, settings.bind());
        table.auth(settings);
        table.row(Schema.TRUSTED_PROXIES, settings.trustedProxies());
        settings.tls().ifPresent(table::tls);
        table.row(Schema.DRAIN, settings.drainMs());
        table.plugins(plugins);
        table.row(Schema.PLUGINS_PATHS, file.inForce(Schema.PLUGINS_PATHS));
        table.entries(plugins);
        table.row(Schema.DIAGNOSTICS_ENABLED, settings.diagnosticsEnabled());
        table.keys(Schema.OTEL.path(), settings.otel());
        table.row(Schema.INGEST_ENABLED, settings.ingestEnabled());
        table.log(settings.log());
        table.patterns(settings.redactPatterns());
        file.get(Schema.REDACT_SENSITIVE).ifPresent(setting -> table.row(Schema.REDACT_SENSITIVE, setting));
        return List.copyOf(table.rows);
    }

    private void auth(Settings settings) {
        row(Schema.AUTH_MODE, settings.authMode());
        ConfigKey<Secret> key =
                settings.authMode().value() == AuthMode.TOKEN ? Schema.AUTH_TOKEN : Schema.AUTH_PASSWORD;
        Optional<Setting<Secret>> secret = settings.secret();
        rows.add(new Settings.Row(
                key.path(),
                secret.isPresent() ? Secret.MASK : "generated at the first start",
                secret.map(Setting::source).orElse(Setting.DEFAULT)));
        settings.rateLimit()
                .ifPresentOrElse(
                        this::rateLimit, () -> rows.add(new Settings.Row(Schema.RATE_LIMIT, "off", Setting.DEFAULT)));
    }

    private void tls(TlsSettings tls) {
        row(Schema.TLS_CERTIFICATE, tls.certificate());
        row(Schema.TLS_KEY, tls.key());
    }

    private void rateLimit(RateLimit limit) {
        row(Schema.RATE_LIMIT_ATTEMPTS, limit.maxAttempts());
        row(Schema.RATE_LIMIT_WINDOW, limit.windowMs());
        row(Schema.RATE_LIMIT_LOCKOUT, limit.lockoutMs());
        row(Schema.RATE_LIMIT_EXEMPT, limit.exemptLoopback());
    }

    private void plugins(PluginSettings plugins) {
        row(Schema.PLUGINS_ENABLED, plugins.enabled());
        row(Schema.PLUGINS_ALLOW, plugins.allow());
        row(Schema.PLUGINS_DENY, plugins.deny());
    }

    private void entries(PluginSettings plugins) {
        plugins.entries().forEach(this::entry);
    }

    private void entry(String id, PluginSettings.Entry entry) {
        entry.enabled().ifPresent(enabled -> row(Schema.ENTRY_ENABLED.of(id), enabled));
        keys(Schema.ENTRY_CONFIG.of(id).path(), entry.config());
    }

    /** Of an object, which may hold secrets, only the number of its keys. */
    private void keys(String path, Setting<Map<String, @Nullable Object>> object) {
        int keys = object.value().size();
        if (keys > 0) {
            rows.add(new Settings.Row(path, keys + (keys == 1 ? " key" : " keys"), object.source()));
        }
    }

    private void log(LogSettings log) {
        row(Schema.LOG_LEVEL, log.level());
        log.consoleStyle().ifPresent(style -> row(Schema.LOG_CONSOLE_STYLE, style));
        log.file().ifPresent(file -> {
            row(Schema.LOG_FILE, file);
            row(Schema.LOG_FORMAT, log.format());
            row(Schema.LOG_MAX_BYTES, log.maxFileBytes());
            row(Schema.LOG_KEEP_FILES, log.keepFiles());
            row(Schema.LOG_KEEP_DAYS, log.keepDays());
        });
    }

    /** A pattern may hold what it is meant to hide. */
    private void patterns(Setting<List<String>> patterns) {
        int number = patterns.value().size();
        String value = number == 0 ? "none" : number + (number == 1 ? " pattern" : " patterns");
        rows.add(new Settings.Row(Schema.REDACT_PATTERNS.path(), value, patterns.source()));
    }

    private void row(ConfigKey<?> key, Setting<?> setting) {
        rows.add(new Settings.Row(key.path(), shown(setting.value()), setting.source()));
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof Collection<?> items) {
            return items.isEmpty()
                    ? "none"
                    : items.stream()
                            .map(item -> Quoting.quoted(String.valueOf(item)))
                            .collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    private static String render(List<Settings.Row> rows) {
        int key = width(rows.stream().map(Settings.Row::key));
        int value = width(rows.stream().map(Settings.Row::value));
        return rows.stream()
                .map(row -> pad(row.key(), key) + "  " + pad(row.value(), value) + "  " + row.source() + "\n")
                .collect(Collectors.joining());
    }

    private static int width(java.util.stream.Stream<String> column) {
        return column.mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
