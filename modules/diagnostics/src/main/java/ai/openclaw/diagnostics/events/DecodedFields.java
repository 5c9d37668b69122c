package ai.openclaw.diagnostics.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The known fields of one event as they stood in JSON, before its type says which of them it has. */
final class DecodedFields {

    private static final int COUNT = EventField.values().length;

    private final JsonToken[] tokens = new JsonToken[COUNT];
    private final String[] texts = new String[COUNT];
    private final double[] numbers = new double[COUNT];

    /** Reads the members of the object that the parser has just entered; skips what is not known. */
    void read(JsonParser parser, Map<String, EventField> known) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            EventField field = known.get(parser.currentName());
            JsonToken value = parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else {
                keep(field, value, parser);
            }
        }
    }

    private void keep(EventField field, JsonToken value, JsonParser parser) throws IOException {
        if (tokens[field.ordinal()] != null) { // it stands twice: the last counts, with its own members alone
            field.members().values().forEach(member -> tokens[member.ordinal()] = null);
        }
        tokens[field.ordinal()] = value;
        switch (value) {
            case VALUE_STRING -> texts[field.ordinal()] = parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numbers[field.ordinal()] = parser.getDoubleValue();
            case START_OBJECT -> read(parser, field.members());
            default -> parser.skipChildren();
        }
    }

    /** Returns the text of a field, or null if it is absent or something else. */
    @Nullable
    String text(EventField field) {
        return tokens[field.ordinal()] == JsonToken.VALUE_STRING ? texts[field.ordinal()] : null;
    }

    /** Returns the number of a field, or {@code NaN} if it is absent or something else. */
    double number(EventField field) {
        JsonToken token = tokens[field.ordinal()];
        return token != null && token.isNumeric() ? numbers[field.ordinal()] : Double.NaN;
    }

    boolean isTrue(EventField field) {
        return tokens[field.ordinal()] == JsonToken.VALUE_TRUE;
    }

    boolean isFalse(EventField field) {
        return tokens[field.ordinal()] == JsonToken.VALUE_FALSE;
    }

    boolean isObject(EventField field) {
        return tokens[field.ordinal()] == JsonToken.START_OBJECT;
    }

    /** Tells whether a field stands there as something else than null. */
    boolean isPresent(EventField field) {
        JsonToken token = tokens[field.ordinal()];
        return token != null && token != JsonToken.VALUE_NULL;
    }
}
