package ai.openclaw.diagnostics.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key of the configuration file.
 *
 * @param path where it stands; {@code <id>} is any plugin's
 * @param type what it may hold
 * @param orElse what holds where it is not set, or null if that depends
 * @param meaning what it does, in a sentence
 */
record ConfigKey<T>(
        String path, ValueType<T> type, @Nullable T orElse, String meaning) {

    static final String ID = "<id>";

    static <T> ConfigKey<T> of(String path, ValueType<T> type, T orElse, String meaning) {
        return new ConfigKey<>(path, type, orElse, meaning);
    }

    static <T> ConfigKey<T> withoutDefault(String path, ValueType<T> type, String meaning) {
        return new ConfigKey<>(path, type, null, meaning);
    }

    /** Returns this key for one plugin. */
    ConfigKey<T> of(String id) {
        return new ConfigKey<>(path.replace(ID, Paths.join("", id)), type, orElse, meaning);
    }

    /** Returns this key with another type, for a flag that allows more than the file. */
    ConfigKey<T> with(ValueType<T> other) {
        return new ConfigKey<>(path, other, orElse, meaning);
    }

    /** Returns what holds where it is not set, for people. */
    String orElseText() {
        boolean empty = orElse instanceof List<?> || orElse instanceof Map<?, ?>;
        return orElse == null ? "" : empty ? "none" : orElse.toString();
    }
}
