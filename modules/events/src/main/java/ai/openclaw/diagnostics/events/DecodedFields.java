package ai.openclaw.diagnostics.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The known fields of one event as they stood in JSON, before its type says which of them it has. */
final class DecodedFields {

    /** By field: a String, a Double, a Boolean, or else the token that stood there. */
    private final @Nullable Object[] values = new Object[EventField.COUNT];

    /** Reads the members of the object that the parser has just entered; skips what is not known. */
    void read(JsonParser parser, Map<String, EventField> known) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            EventField field = known.get(parser.currentName());
            JsonToken token = parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else {
                keep(field, token, parser);
            }
        }
    }

    private void keep(EventField field, JsonToken token, JsonParser parser) throws IOException {
        if (values[field.ordinal()] != null) { // it stands twice: the last counts, with its own members alone
            field.members().values().forEach(member -> values[member.ordinal()] = null);
        }
        values[field.ordinal()] = switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> token;
        };
        if (token == JsonToken.START_OBJECT) {
            read(parser, field.members());
        } else {
            parser.skipChildren();
        }
    }

    /** Returns the text of a field, or null if it is absent or something else. */
    @Nullable
    String text(EventField field) {
        return values[field.ordinal()] instanceof String text ? text : null;
    }

    /** Returns the number of a field, or {@code NaN} if it is absent or something else. */
    double number(EventField field) {
        return values[field.ordinal()] instanceof Double number ? number : Double.NaN;
    }

    boolean isTrue(EventField field) {
        return values[field.ordinal()] instanceof Boolean flag && flag;
    }

    boolean isFalse(EventField field) {
        return values[field.ordinal()] instanceof Boolean flag && !flag;
    }

    boolean isObject(EventField field) {
        return values[field.ordinal()] == JsonToken.START_OBJECT;
    }

    /** Tells whether a field stands there as something else than null. */
    boolean isPresent(EventField field) {
        Object value = values[field.ordinal()];
        return value != null && value != JsonToken.VALUE_NULL;
    }
}
