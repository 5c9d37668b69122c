package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.schema.Checker;
import ai.openclaw.diagnostics.config.schema.Checker.Checked;
import ai.openclaw.diagnostics.config.schema.ConfigKey;
import ai.openclaw.diagnostics.config.schema.ConfigText;
import ai.openclaw.diagnostics.config.schema.Paths;
import ai.openclaw.diagnostics.config.schema.Redaction;
import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.ConfigFiles;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.config.source.Setting;
import ai.openclaw.diagnostics.config.source.Suggestion;
import ai.openclaw.diagnostics.files.FilePaths;
import ai.openclaw.diagnostics.json5.Json5Value.Member;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import java.nio.file.Path;
import java.util.ArrayList;
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
        return parse(DEFAULT_NAME, "", ConfigEnvironment.of(Map.of()));
    }

    /**
     * Reads the file of a location. One that was not named need not exist and then says nothing.
     *
     * @throws ConfigException with a line for each problem of the file
     */
    public static GatewayConfig read(ConfigLocation location, ConfigEnvironment environment) {
        Optional<String> text = ConfigFiles.readText(location.file());
        if (text.isEmpty() && location.isNamed()) {
            throw new ConfigException(location.source() + ": " + location.file()
                    + " does not exist; correct the path, or create the file with {} in it");
        }
        ConfigText parsed = ConfigText.parse(FilePaths.name(location.file()), text.orElse(""));
        return of(parsed, environment, location.file().resolveSibling(""));
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
    Section section(List<String> path) {
        return new Section(text, environment, path);
    }

    private String line(Member member) {
        return text.line(member.start());
    }

    /** Returns the file's name, and nothing of what is in it. */
    @Override
    public String toString() {
        return text.fileName();
    }

    /** An object in the file that a plugin is given, for the plugin to check. Tells where in the file a problem is. */
    public static final class Section {

        private final ConfigText text;
        private final Redaction redaction;
        private final List<String> path;

        Section(ConfigText text, ConfigEnvironment environment, List<String> path) {
            this.text = text;
            this.redaction = new Redaction(environment.looksSecret());
            this.path = List.copyOf(path);
        }

        /** Returns where in the file a key is, for problems to be told in their order; -1 if nothing of it is there. */
        public int offset(List<String> keys) {
            return place(keys).keyAt;
        }

        /**
         * Returns a problem with the value of a key, in the words of all problems of the file.
         *
         * @param keys from this object down to the key
         * @param problem what is wrong, without any secret
         */
        public String problem(List<String> keys, String problem) {
            return line(place(keys).valueAt, keys, problem);
        }

        /**
         * Returns the problem that a key is unknown, with the known one that it may be a misspelling of.
         *
         * @param keys from this object down to the key
         * @param known what there is beside it
         */
        public String unknownKey(List<String> keys, List<String> known) {
            List<String> parent = new ArrayList<>(path);
            parent.addAll(keys.subList(0, keys.size() - 1));
            String nearest = Suggestion.nearest(keys.get(keys.size() - 1), known);
            String remedy = nearest == null
                    ? "known here: " + String.join(", ", known)
                    : "did you mean " + Paths.join(Paths.join(parent), nearest) + "?";
            return line(place(keys).keyAt, keys, "unknown key; " + remedy);
        }

        private String line(int offset, List<String> keys, String problem) {
            List<String> shown = new ArrayList<>(path);
            keys.forEach(key -> shown.add(redaction.key(key)));
            String place = offset < 0 ? text.fileName() : text.at(offset);
            return place + ": " + Paths.cut(Paths.join(shown)) + ": " + problem;
        }

        /** Where a key and its value begin, -1 if the file has neither the key nor any object around it. */
        private record Place(int keyAt, int valueAt) {}

        /** Returns the place of the innermost of the keys that the file has. */
        private Place place(List<String> keys) {
            List<String> all = new ArrayList<>(path);
            all.addAll(keys);
            Place place = new Place(-1, -1);
            ObjectValue object = text.root();
            for (String key : all) {
                Member member = object.member(key);
                if (member == null) {
                    return place;
                }
                place = new Place(member.start(), member.value().start());
                object = member.value() instanceof ObjectValue inner ? inner : new ObjectValue(0, 0, List.of());
            }
            return place;
        }

        /** Returns the path, and nothing of what is in it. */
        @Override
        public String toString() {
            return text + ": " + Paths.join(path);
        }
    }
}
