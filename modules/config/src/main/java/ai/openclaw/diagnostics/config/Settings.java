package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.schema.Addresses;
import ai.openclaw.diagnostics.config.schema.Paths;
import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.Secret;
import ai.openclaw.diagnostics.config.source.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in force, flags over environment over file over defaults, and where each value came from. Immutable. */
public final class Settings {

    private final GatewayConfig file;
    private final Setting<Integer> port;
    private final Setting<String> bind;
    private final Credentials credentials;
    private final LogSettings log;
    private final Optional<TlsSettings> tls;

    private Settings(
            GatewayConfig file,
            Setting<Integer> port,
            Setting<String> bind,
            Credentials credentials,
            LogSettings log,
            Optional<TlsSettings> tls) {
        this.file = file;
        this.port = port;
        this.bind = bind;
        this.credentials = credentials;
        this.log = log;
        this.tls = tls;
    }

    /** Returns a builder over a file and the environment that it was read in, with no flags. */
    public static Builder builder(GatewayConfig file) {
        return new Builder(file);
    }

    /** Returns the port to listen on: 1 to 65535, or 0 for any that is free, which only the flag may ask for. */
    public Setting<Integer> port() {
        return port;
    }

    /** Returns what is configured as the bind: {@code loopback}, {@code lan} or an IP address. */
    public Setting<String> bind() {
        return bind;
    }

    /** Returns the address to listen on. */
    public String host() {
        return Addresses.host(bind.value());
    }

    /** Tells whether only this machine can reach the address to listen on. */
    public boolean bindsLoopback() {
        return Addresses.isLoopback(host());
    }

    /** Returns which credential callers present. */
    public Setting<AuthMode> authMode() {
        return credentials.mode();
    }

    /** Returns the credential; absent only in the mode {@code token}, where the caller then generates one. */
    public Optional<Setting<Secret>> secret() {
        return credentials.secret();
    }

    /** Returns the limit of wrong credentials, if there is one. */
    public Optional<RateLimit> rateLimit() {
        return RateLimit.of(file);
    }

    /** Returns the certificate for HTTPS, nothing for HTTP. */
    public Optional<TlsSettings> tls() {
        return tls;
    }

    /** Returns how long a Gateway that is stopped and probed still serves, in milliseconds. */
    public Setting<Integer> drainMs() {
        return file.inForce(Schema.DRAIN);
    }

    /** Returns IP addresses and CIDR blocks of the proxies whose word about a caller's address is taken. */
    public Setting<List<String>> trustedProxies() {
        return file.inForce(Schema.TRUSTED_PROXIES);
    }

    /**
     * Returns the folders with plugins that are not bundled.
     *
     * @throws ai.openclaw.diagnostics.config.source.ConfigException if one is not a path
     */
    public Setting<List<Path>> loadPaths() {
        Setting<List<String>> written = file.inForce(Schema.PLUGINS_PATHS);
        List<Path> paths = new ArrayList<>();
        for (String path : written.value()) {
            String key = Paths.item(Schema.PLUGINS_PATHS.path(), paths.size());
            paths.add(file.path(path, written.source() + ": " + key));
        }
        return new Setting<>(List.copyOf(paths), written.source());
    }

    /**
     * Returns what is configured about plugins.
     *
     * @param ids the ids of the plugins that there are; what the file says of others is passed over
     * @throws ai.openclaw.diagnostics.config.source.ConfigException with a line for each problem with what is said of these, among them ids that are
     *     misspellings of one of these
     */
    public PluginSettings plugins(Collection<String> ids) {
        return PluginSettings.of(file.withPlugins(ids));
    }

    /** Returns whether diagnostic events flow. */
    public Setting<Boolean> diagnosticsEnabled() {
        return file.inForce(Schema.DIAGNOSTICS_ENABLED);
    }

    /** Returns the section {@code diagnostics.otel}, which is for the plugin of that name to check; may hold secrets. */
    public Setting<Map<String, @Nullable Object>> otel() {
        return file.inForce(Schema.OTEL);
    }

    /** Returns the object at a path of keys, for what checks it to tell where in the file its problems are. */
    public ConfigSection section(List<String> path) {
        return file.section(path);
    }

    /** Returns whether other processes may send events over HTTP. */
    public Setting<Boolean> ingestEnabled() {
        return file.inForce(Schema.INGEST_ENABLED);
    }

    /** Returns what is logged, where and for how long. */
    public LogSettings log() {
        return log;
    }

    /** Returns regular expressions for what no label may hold; not compiled. */
    public Setting<List<String>> redactPatterns() {
        return file.inForce(Schema.REDACT_PATTERNS);
    }

    /**
     * Returns all keys with what is in force and where it came from, secrets masked.
     *
     * @param plugins what is configured about plugins
     */
    public List<Row> rows(PluginSettings plugins) {
        return SettingsRows.of(this, plugins, file);
    }

    /** Returns the file's name, and no value. */
    @Override
    public String toString() {
        return "settings over " + file;
    }

    /**
     * A key with what is in force.
     *
     * @param key the path of the key
     * @param value in words; secrets are masked, of lists of patterns and of objects only the number is shown
     * @param source where the value comes from, as {@link Setting#source()}
     */
    public record Row(String key, String value, String source) {}

    /** Collects what settings are made of. Not for use by several threads. */
    public static final class Builder {

        private static final String PORT_VARIABLE = "OPENCLAW_GATEWAY_PORT";

        private final GatewayConfig file;
        private @Nullable Integer port;
        private @Nullable String bind;
        private @Nullable String authMode;
        private @Nullable String logLevel;
        private boolean ignoresConflicts;

        private Builder(GatewayConfig file) {
            this.file = file;
        }

        /** Lets keys contradict each other, for what only asks a Gateway. */
        Builder ignoringConflicts() {
            ignoresConflicts = true;
            return this;
        }

        /** Sets the flag {@code --port}: 1 to 65535, 0 for any that is free, null for none given. */
        public Builder port(@Nullable Integer flag) {
            port = flag;
            return this;
        }

        /** Sets the flag {@code --bind}, null for none given. */
        public Builder bind(@Nullable String flag) {
            bind = flag;
            return this;
        }

        /** Sets the flag {@code --auth}: {@code token} or {@code password}, null for none given. */
        public Builder authMode(@Nullable String flag) {
            authMode = flag;
            return this;
        }

        /** Sets the flag {@code --log-level}, null for none given. */
        public Builder logLevel(@Nullable String flag) {
            logLevel = flag;
            return this;
        }

        /**
         * Returns the settings.
         *
         * @throws ai.openclaw.diagnostics.config.source.ConfigException with a line for each flag or variable that is not allowed, and for credentials that
         *     leave open which of them counts
         */
        public Settings build() {
            FlagsAndEnvironment given = new FlagsAndEnvironment(file.environment(), ignoresConflicts);
            Optional<Setting<Integer>> portFlag = given.flag(Schema.PORT_FLAG, "--port", port);
            Optional<Setting<Integer>> portVariable = given.variable(Schema.PORT, PORT_VARIABLE);
            Optional<Setting<String>> bindFlag = given.flag(Schema.BIND, "--bind", bind);
            Optional<Setting<String>> modeFlag = given.flag(Schema.AUTH_MODE, "--auth", authMode);
            Optional<Setting<String>> levelFlag = given.flag(Schema.LOG_LEVEL, "--log-level", logLevel);
            Optional<Setting<String>> levelVariable = given.variable(Schema.LOG_LEVEL, LogSettings.LEVEL_VARIABLE);
            Credentials credentials = Credentials.of(file, modeFlag, given);
            Optional<TlsSettings> tls = TlsSettings.of(file, given);
            given.refuseProblems();
            return new Settings(
                    file,
                    portFlag.or(() -> portVariable).orElseGet(() -> file.inForce(Schema.PORT)),
                    bindFlag.orElseGet(() -> file.inForce(Schema.BIND)),
                    credentials,
                    LogSettings.of(file, levelFlag.or(() -> levelVariable)),
                    tls);
        }
    }
}
