package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.Node.Member;
import ai.openclaw.diagnostics.config.Node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a configuration file says, checked as a whole: no unknown key, no value of a wrong type or range. What it does not
 * say is absent here; {@link Settings} has what is in force. Immutable.
 */
public final class GatewayConfig {

    private static final GatewayConfig EMPTY = parse("openclaw.json", "");

    private final Source source;
    private final Map<String, Member> members;

    private GatewayConfig(Source source, Map<String, Member> members) {
        this.source = source;
        this.members = members;
    }

    /** Returns the configuration that says nothing. */
    public static GatewayConfig empty() {
        return EMPTY;
    }

    /**
     * Reads a file; one that does not exist says nothing.
     *
     * @throws ConfigException with a line for each problem of the file
     */
    public static GatewayConfig read(Path file) {
        return parse(ConfigFiles.name(file), ConfigFiles.readText(file).orElse(""));
    }

    /**
     * Reads a text.
     *
     * @param fileName what messages call it
     * @throws ConfigException with a line for each problem of the text
     */
    public static GatewayConfig parse(String fileName, String text) {
        Document document = Document.parse(new Source(fileName, text));
        return new GatewayConfig(document.source(), Checker.check(document));
    }

    /** Returns a table in Markdown of every key: what it may hold, what holds without it, what it does. */
    public static String reference() {
        return Schema.KEYS.stream()
                .map(key -> "| `" + key.path() + "` | " + key.type().description() + " | " + key.orElseText() + " | "
                        + key.meaning() + " |\n")
                .collect(Collectors.joining("", "| key | allowed | default | meaning |\n|---|---|---|---|\n", ""));
    }

    /** Returns the value of a key, with the file's line as its source. */
    <T> Optional<Setting<T>> get(ConfigKey<T> key) {
        Member member = members.get(key.path());
        T value = member == null ? null : key.type().read(member.value());
        return member == null || value == null ? Optional.empty() : Optional.of(new Setting<>(value, line(member)));
    }

    /** Returns the value of a key that has a default, which holds where the file says nothing. */
    <T> Setting<T> inForce(ConfigKey<T> key) {
        T orElse = Objects.requireNonNull(key.orElse(), key.path());
        return get(key).orElseGet(() -> Setting.byDefault(orElse));
    }

    /** Returns the source of an object that the file has, empty or not. */
    Optional<String> sourceOf(String path) {
        return Optional.ofNullable(members.get(path)).map(this::line);
    }

    /** Returns the ids below {@code plugins.entries}, in the order of the file. */
    List<String> pluginIds() {
        Member entries = members.get(Schema.PLUGINS_ENTRIES);
        return entries != null && entries.value() instanceof ObjectNode object
                ? object.members().stream().map(Member::key).toList()
                : List.of();
    }

    private String line(Member member) {
        return source.fileName() + ":" + source.line(member.keyStart());
    }

    /** Returns the file's name, and nothing of what is in it. */
    @Override
    public String toString() {
        return source.fileName();
    }
}
