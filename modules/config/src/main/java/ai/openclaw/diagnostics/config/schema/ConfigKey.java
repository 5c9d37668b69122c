package ai.openclaw.diagnostics.config.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key of the configuration file.
 *
 * @param path where it is; {@code <id>} is any plugin's
 * @param type what it may hold
 * @param defaultValue what holds where it is not set, or null if that depends
 * @param description what it does, in a sentence
 */
public record ConfigKey<T>(
        String path, ValueType<T> type, @Nullable T defaultValue, String description) {

    static final String ID = "<id>";

    /** Returns a key with a default. */
    public static <T> ConfigKey<T> of(String path, ValueType<T> type, T defaultValue, String description) {
        return new ConfigKey<>(path, type, defaultValue, description);
    }

    static <T> ConfigKey<T> withoutDefault(String path, ValueType<T> type, String description) {
        return new ConfigKey<>(path, type, null, description);
    }

    /** Returns this key for one plugin. */
    public ConfigKey<T> of(String id) {
        return new ConfigKey<>(path.replace(ID, Paths.join("", id)), type, defaultValue, description);
    }

    /** Returns this key with another type, for a flag that allows more than the file. */
    ConfigKey<T> with(ValueType<T> other) {
        return new ConfigKey<>(path, other, defaultValue, description);
    }

    /** Returns what holds where it is not set, for the reference. */
    public String defaultText() {
        boolean empty = defaultValue instanceof List<?> || defaultValue instanceof Map<?, ?>;
        return defaultValue == null ? "" : empty ? "none" : defaultValue.toString();
    }
}
