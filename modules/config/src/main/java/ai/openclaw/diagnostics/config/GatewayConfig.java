package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.schema.Checker;
import ai.openclaw.diagnostics.config.schema.Checker.Checked;
import ai.openclaw.diagnostics.config.schema.ConfigKey;
import ai.openclaw.diagnostics.config.schema.ConfigText;
import ai.openclaw.diagnostics.config.schema.Paths;
import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.ConfigFiles;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.config.source.Setting;
import ai.openclaw.diagnostics.files.FilePaths;
import ai.openclaw.diagnostics.json5.Json5Value.Member;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a configuration file says, checked as a whole: no unknown key, no value of a wrong type or range, no reference to a
 * variable that is not set. What it does not say is absent here; {@link Settings} has what is in force. Immutable.
 */
public final class GatewayConfig {

    private static final String DEFAULT_NAME = "openclaw.json";

    private final ConfigText text;
    private final ConfigEnvironment environment;
    private final Checked checked;

    /** Where relative paths begin: a command finds what the Gateway does, wherever each was started. */
    private final Path folder;

    private GatewayConfig(ConfigText text, ConfigEnvironment environment, Checked checked, Path folder) {
        this.text = text;
        this.environment = environment;
        this.checked = checked;
        this.folder = folder;
    }

    /** Returns the configuration that says nothing. */
    static GatewayConfig empty() {
        return empty(ConfigEnvironment.of(Map.of()));
    }

    /** Returns the configuration that says nothing in this environment. */
    static GatewayConfig empty(ConfigEnvironment environment) {
        return parse(DEFAULT_NAME, "", environment);
    }

    /**
     * Reads the file of a location. One that was not named need not exist and then says nothing.
     *
     * @throws ConfigException with a line for each problem of the file
     */
    public static GatewayConfig read(ConfigLocation location, ConfigEnvironment environment) {
        return of(text(location), environment, folder(location));
    }

    /** Returns what of the file of a location can be used, nothing of one that is missing, cannot be read or is no JSON5. */
    static GatewayConfig readUsable(ConfigLocation location, ConfigEnvironment environment) {
        ConfigText text = usableText(location);
        return new GatewayConfig(text, environment, Checker.usable(text, environment), folder(location));
    }

    private static ConfigText text(ConfigLocation location) {
        Optional<String> text = ConfigFiles.readText(location.file());
        if (text.isEmpty() && location.isNamed()) {
            throw new ConfigException(location.source() + ": " + location.file()
                    + " does not exist; correct the path, or create the file with {} in it");
        }
        return ConfigText.parse(FilePaths.name(location.file()), text.orElse(""));
    }

    private static ConfigText usableText(ConfigLocation location) {
        try {
            return text(location);
        } catch (ConfigException unusable) {
            return ConfigText.parse(DEFAULT_NAME, "");
        }
    }

    private static Path folder(ConfigLocation location) {
        return location.file().resolveSibling("");
    }

    /**
     * Reads a file; one that does not exist says nothing.
     *
     * @throws ConfigException with a line for each problem of the file
     */
    static GatewayConfig read(Path file) {
        return parse(FilePaths.name(file), ConfigFiles.readText(file).orElse(""));
    }

    /**
     * Reads a text, where no variable is set.
     *
     * @param fileName what messages call it
     * @throws ConfigException with a line for each problem of the text
     */
    static GatewayConfig parse(String fileName, String text) {
        return parse(fileName, text, ConfigEnvironment.of(Map.of()));
    }

    /**
     * Reads a text.
     *
     * @param fileName what messages call it
     * @throws ConfigException with a line for each problem of the text
     */
    static GatewayConfig parse(String fileName, String text, ConfigEnvironment environment) {
        return of(ConfigText.parse(fileName, text), environment);
    }

    /** Checks a text. */
    static GatewayConfig of(ConfigText text, ConfigEnvironment environment) {
        return of(text, environment, Path.of(""));
    }

    private static GatewayConfig of(ConfigText text, ConfigEnvironment environment, Path folder) {
        return new GatewayConfig(text, environment, Checker.check(text, environment), folder);
    }

    /**
     * Returns this configuration with what it says of these plugins, too.
     *
     * @throws ConfigException with a line for each problem, among them ids that are misspellings of one of these
     */
    GatewayConfig withPlugins(Collection<String> ids) {
        return new GatewayConfig(text, environment, Checker.plugins(text, environment, checked, ids), folder);
    }

    /** Returns the environment that it was read in. */
    ConfigEnvironment environment() {
        return environment;
    }

    /** Returns the paths of what only the reference Gateway uses, in the order of the file. */
    List<String> passedOver() {
        return checked.passedOver();
    }

    /** Returns the value of a key, with the file's line as its source. */
    <T> Optional<Setting<T>> get(ConfigKey<T> key) {
        Member member = checked.members().get(key.path());
        T value = member == null ? null : key.type().read(member.value());
        return member == null || value == null ? Optional.empty() : Optional.of(new Setting<>(value, line(member)));
    }

    /** Returns the value of a key that has a default, which holds where the file says nothing. */
    <T> Setting<T> inForce(ConfigKey<T> key) {
        T orElse = Objects.requireNonNull(key.defaultValue(), key.path());
        return get(key).orElseGet(() -> Setting.byDefault(orElse));
    }

    /**
     * Returns the value of a key that is a path, absolute.
     *
     * @throws ConfigException if it is not a path
     */
    Optional<Setting<Path>> path(ConfigKey<String> key) {
        return get(key).map(written ->
                new Setting<>(path(written.value(), written.source() + ": " + key.path()), written.source()));
    }

    /** Returns a path of this configuration, absolute; a message calls it by the subject. */
    Path path(String path, String subject) {
        return environment.path(path, subject, folder);
    }

    /** Returns the source of an object that the file has, empty or not. */
    Optional<String> sourceOf(String path) {
        return Optional.ofNullable(checked.members().get(path)).map(this::line);
    }

    /** Returns the ids of {@link #withPlugins} that the file has an entry of, in the order of the file. */
    List<String> pluginIds() {
        Member entries = checked.members().get(Schema.PLUGINS_ENTRIES);
        return entries != null && entries.value() instanceof ObjectValue object
                ? object.members().stream()
                        .map(Member::key)
                        .filter(id -> checked.members().containsKey(Paths.join(Schema.PLUGINS_ENTRIES, id)))
                        .toList()
                : List.of();
    }

    /** Returns the object at a path, for what checks it to tell where its problems are. */
    ConfigSection section(List<String> path) {
        return new ConfigSection(text, environment, path);
    }

    private String line(Member member) {
        return text.line(member.start());
    }

    /** Returns the file's name, and nothing of what is in it. */
    @Override
    public String toString() {
        return text.fileName();
    }
}
