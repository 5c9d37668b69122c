package ai.openclaw.diagnostics.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with what a plugin was configured with, for the operator to correct.
 *
 * @param keys the keys that lead to it from the plugin's configuration; empty if it is elsewhere, such as in a variable of the
 *     environment
 * @param text what was found and what is allowed, or the rule and the remedy, and never a secret; where {@code keys} is empty, it
 *     begins with the place
 * @param known the keys that there are in place of the last, which is unknown; empty if the value is what is wrong
 */
public record ConfigProblem(List<String> keys, String text, List<String> known) {

    private static final String UNKNOWN = "unknown key";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z]{1,30}");

    /** Copies the lists. */
    public ConfigProblem {
        keys = List.copyOf(keys);
        known = List.copyOf(known);
    }

    /** Returns a problem with the value of a key. */
    public static ConfigProblem value(String key, String text) {
        return new ConfigProblem(List.of(key), text, List.of());
    }

    /**
     * Returns the problem that a value is not one of those that are allowed. Of a string only says that it is one, since it may be a
     * secret.
     *
     * @param found as it is in the configuration
     */
    public static ConfigProblem notAllowed(String key, @Nullable Object found, String allowed) {
        return value(key, "found " + kind(found) + ", allowed " + allowed);
    }

    private static String kind(@Nullable Object found) {
        if (found instanceof String text) {
            return text.isBlank() ? "an empty string" : "a string";
        }
        return found instanceof Map ? "an object" : found instanceof List ? "a list" : String.valueOf(found);
    }

    /** Returns the problem that a key is not one of those that are known. */
    public static ConfigProblem unknownKey(String key, Collection<String> known) {
        return new ConfigProblem(List.of(key), UNKNOWN, List.copyOf(known));
    }

    /** Returns a problem that is not in the configuration. */
    public static ConfigProblem elsewhere(String text) {
        return new ConfigProblem(List.of(), text, List.of());
    }

    /** Returns the problem in a line, without its place in a file. A key that may be a misplaced secret is not shown. */
    String line() {
        if (keys.isEmpty()) {
            return text;
        }
        String key = keys.stream().allMatch(HARMLESS.asMatchPredicate()) ? String.join(".", keys) : "…";
        return key + ": " + text + (known.isEmpty() ? "" : "; known here: " + String.join(", ", known));
    }
}
