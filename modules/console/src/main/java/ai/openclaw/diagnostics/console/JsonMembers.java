package ai.openclaw.diagnostics.console;

import ai.openclaw.diagnostics.json5.Json5Document;
import ai.openclaw.diagnostics.json5.Json5Exception;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that another version may have written: what is absent or of another type reads as nothing.
 *
 * @param members by name: maps, lists, strings, numbers, booleans and null
 */
record JsonMembers(Map<String, ? extends @Nullable Object> members) {

    private static final String UNKNOWN = "-";

    /** Reads an object, nothing if the text is none. */
    static Optional<JsonMembers> parse(String text) {
        try {
            return Json5Document.parse(text).root() instanceof ObjectValue object
                    ? Optional.of(new JsonMembers(object.plain()))
                    : Optional.empty();
        } catch (Json5Exception e) {
            return Optional.empty();
        }
    }

    /** Returns an object, an empty one if there is none. */
    JsonMembers object(String name) {
        return of(members.get(name));
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    /** Returns the objects of a list. */
    List<JsonMembers> list(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream().map(JsonMembers::of).toList()
                : List.of();
    }

    /** Returns the items of a list as texts. */
    List<String> texts(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // the keys of what a document holds are strings
    private static JsonMembers of(@Nullable Object value) {
        return new JsonMembers(value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of());
    }

    /** Returns a value in words, {@code -} if it is not there. */
    String text(String name) {
        Object value = members.get(name);
        return value == null ? UNKNOWN : String.valueOf(value);
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    double number(String name) {
        return members.get(name) instanceof Number number ? number.doubleValue() : 0;
    }
}
