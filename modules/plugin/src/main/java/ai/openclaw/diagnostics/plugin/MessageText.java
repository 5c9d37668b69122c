package ai.openclaw.diagnostics.plugin;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON text of a message on the event bus. */
final class MessageText {

    /** Message, event, and an object in it, such as {@code usage}: nothing below these is read. */
    private static final int LEVELS = 3;

    private MessageText() {}

    /** Returns the JSON text of a {@link JsonObject} as far as an event is read, of any other body its string form. */
    static String of(@Nullable Object body) {
        return body instanceof JsonObject object ? copy(object.getMap(), LEVELS).encode() : String.valueOf(body);
    }

    /** Leaves out what is never read: writing it takes time, and fails where it is too deep or no JSON. */
    private static JsonObject copy(Map<?, ?> members, int levels) {
        JsonObject copy = new JsonObject();
        members.forEach((name, value) -> copy.put(String.valueOf(name), value(value, levels - 1)));
        return copy;
    }

    private static @Nullable Object value(@Nullable Object value, int levels) {
        if (value instanceof JsonObject object) {
            return value(object.getMap(), levels);
        }
        if (value instanceof Map<?, ?> members) {
            return copy(levels > 0 ? members : Map.of(), levels);
        }
        if (value instanceof CharSequence || value instanceof Enum<?>) {
            return value.toString();
        }
        boolean scalar = value == null || value instanceof Number || value instanceof Boolean;
        return scalar ? value : new JsonArray(); // neither text nor number, which is all that matters
    }
}
