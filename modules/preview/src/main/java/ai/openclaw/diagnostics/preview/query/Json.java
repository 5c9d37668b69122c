package ai.openclaw.diagnostics.preview.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a JSON document. What is not there reads as nothing: an empty object, an empty list, the value given for it.
 *
 * @param value a map, a list, a string, a number or a truth value; null for what is not there
 */
public record Json(@Nullable Object value) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Reads a document. */
    public static Json of(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            return new Json(read(parser));
        }
    }

    private static @Nullable Object read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            default -> null;
        };
    }

    private static Map<String, Json> object(JsonParser parser) throws IOException {
        Map<String, Json> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, new Json(read(parser)));
        }
        return object;
    }

    private static List<Json> list(JsonParser parser) throws IOException {
        List<Json> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(new Json(read(parser)));
        }
        return list;
    }

    /** Returns the value at the end of this path. */
    public Json at(String... names) {
        Json found = this;
        for (String name : names) {
            found = found.fields().getOrDefault(name, new Json(null));
        }
        return found;
    }

    /** Tells whether there is a value. */
    public boolean isThere() {
        return value != null;
    }

    /** Returns the fields of an object; none of anything else. */
    @SuppressWarnings("unchecked") // object() makes no others
    public Map<String, Json> fields() {
        return value instanceof Map<?, ?> ? (Map<String, Json>) value : Map.of();
    }

    /** Returns the items of a list; none of anything else. */
    @SuppressWarnings("unchecked") // list() makes no others
    public List<Json> items() {
        return value instanceof List<?> ? (List<Json>) value : List.of();
    }

    /** Returns a text, or this if it is none. */
    public String text(String otherwise) {
        return value instanceof String text ? text : otherwise;
    }

    /** Returns a number, or this if it is none. */
    public double number(double otherwise) {
        return value instanceof Double number ? number : otherwise;
    }

    /** Tells whether it is true. */
    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }
}
