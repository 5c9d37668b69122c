package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.schema.ConfigKey;
import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.Secret;
import ai.openclaw.diagnostics.config.source.Setting;
import ai.openclaw.diagnostics.json5.Quoting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists settings: a row for each key with its value, unless that is secret, and its source. */
final class SettingsRows {

    private final List<Settings.Row> rows = new ArrayList<>();

    private SettingsRows() {}

    static List<Settings.Row> of(Settings settings, PluginSettings plugins, GatewayConfig file) {
        SettingsRows all = new SettingsRows();
        all.row(Schema.PORT, settings.port());
        all.row(Schema.BIND, settings.bind());
        all.auth(settings);
        all.row(Schema.TRUSTED_PROXIES, settings.trustedProxies());
        settings.tls().ifPresent(all::tls);
        all.row(Schema.DRAIN, settings.drainMs());
        all.plugins(plugins);
        all.row(Schema.PLUGINS_PATHS, file.inForce(Schema.PLUGINS_PATHS));
        all.entries(plugins);
        all.row(Schema.DIAGNOSTICS_ENABLED, settings.diagnosticsEnabled());
        all.keys(Schema.OTEL.path(), settings.otel());
        all.row(Schema.INGEST_ENABLED, settings.ingestEnabled());
        all.log(settings.log());
        all.patterns(settings.redactPatterns());
        file.get(Schema.REDACT_SENSITIVE).ifPresent(setting -> all.row(Schema.REDACT_SENSITIVE, setting));
        return List.copyOf(all.rows);
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
}
