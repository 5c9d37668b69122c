package ai.openclaw.diagnostics.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schema as a tree: an object of known keys, or a key that holds a value. */
final class SchemaNode {

    static final SchemaNode ROOT = build();

    private final Map<String, SchemaNode> children = new LinkedHashMap<>();
    private @Nullable ConfigKey<?> key;

    private SchemaNode() {}

    private static SchemaNode build() {
        SchemaNode root = new SchemaNode();
        for (ConfigKey<?> key : Schema.KEYS) {
            SchemaNode node = root;
            for (String name : key.path().split("\\.")) {
                node = node.children.computeIfAbsent(name, absent -> new SchemaNode());
            }
            node.key = key;
        }
        return root;
    }

    /** Returns the key that ends here, or null if this is an object of keys. */
    @Nullable
    ConfigKey<?> key() {
        return key;
    }

    /** Returns what a name leads to, or null if it is not known. */
    @Nullable
    SchemaNode child(String name) {
        SchemaNode any = children.get(ConfigKey.ID);
        return any == null || Schema.isPluginId(name) ? children.getOrDefault(name, any) : null;
    }

    /** Returns the names that are known here; not those of plugins. */
    List<String> names() {
        return List.copyOf(children.keySet());
    }

    /** Tells whether the names here are plugins' ids. */
    boolean holdsPlugins() {
        return children.containsKey(ConfigKey.ID);
    }
}
