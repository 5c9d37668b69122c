package ai.openclaw.diagnostics.config.schema;

import ai.openclaw.diagnostics.config.source.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schema as a tree: an object of known keys, a key that holds a value, or a key of the reference Gateway that is passed
 * over or refused.
 */
final class SchemaNode {

    static final SchemaNode ROOT = build();

    /** What may be said of a plugin. */
    static final SchemaNode PLUGIN = ROOT.at(Schema.PLUGINS_ENTRIES + "." + ConfigKey.ID);

    private final Map<String, SchemaNode> children = new LinkedHashMap<>();
    private @Nullable ConfigKey<?> key;
    private boolean passedOver;
    private @Nullable String refusal;

    private SchemaNode() {}

    private static SchemaNode build() {
        SchemaNode root = new SchemaNode();
        Schema.KEYS.forEach(key -> root.at(key.path()).key = key);
        ReferenceKeys.PASSED_OVER.forEach(path -> root.at(path).passedOver = true);
        ReferenceKeys.REFUSED.forEach((path, refusal) -> root.at(path).refusal = refusal);
        return root;
    }

    /** Returns the node at a path, which is made if it is missing. */
    private SchemaNode at(String path) {
        SchemaNode node = this;
        for (String name : path.split("\\.")) {
            node = node.children.computeIfAbsent(name, absent -> new SchemaNode());
        }
        return node;
    }

    /** Returns the key that ends here, or null if this is an object of keys. */
    @Nullable
    ConfigKey<?> key() {
        return key;
    }

    /** Tells whether this belongs to the reference Gateway alone and is of no consequence. */
    boolean isPassedOver() {
        return passedOver;
    }

    /** Returns why a file that has this is refused and what to do instead, or null if it is not. */
    @Nullable
    String refusal() {
        return refusal;
    }

    /** Returns what a name leads to, or null if it is not known. */
    @Nullable
    SchemaNode child(String name) {
        return children.get(name);
    }

    /** Returns the names that mean something here. */
    List<String> ownNames() {
        return children.entrySet().stream()
                .filter(child -> !child.getValue().passedOver && child.getValue().refusal == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns every name that is known here. */
    List<String> names() {
        return List.copyOf(children.keySet());
    }

    /** Tells whether the names here are the ids of plugins. */
    boolean holdsPlugins() {
        return children.containsKey(ConfigKey.ID);
    }

    /** Returns what to say of an unknown key at this level, which is at this path. */
    String suggestion(String path, String unknown) {
        String nearest = Suggestion.nearest(unknown, names());
        if (nearest != null) {
            return "; did you mean " + Paths.join(path, nearest) + "?";
        }
        String elsewhere = elsewhere(unknown);
        if (elsewhere != null) {
            return "; did you mean " + elsewhere + "?";
        }
        return "; known here: " + String.join(", ", ownNames());
    }

    /** Returns the only path that ends in this key, in whatever section. */
    private static @Nullable String elsewhere(String unknown) {
        List<String> paths = Schema.KEYS.stream()
                .map(ConfigKey::path)
                .filter(path -> !path.contains(ConfigKey.ID))
                .filter(path -> path.toLowerCase(Locale.ROOT).endsWith("." + unknown.toLowerCase(Locale.ROOT)))
                .toList();
        return paths.size() == 1 ? paths.get(0) : null;
    }
}
