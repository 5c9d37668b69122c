package ai.openclaw.diagnostics.events;

import ai.openclaw.diagnostics.events.JsonText.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an event in JSON: first where each of them is, then their values as the record asks for them. So a field that
 * is there twice counts once, as the last one says, and a field that the record does not have is never decoded.
 *
 * <p>For one thread and one event.
 */
final class JsonFields implements FieldReader {

    private final JsonText json;
    private final Rejections rejections;
    private EventType<?> type = UnknownEvent.TYPE;
    private FieldTable table = type.table();
    private int[]
            spans = {}; // by field: the position of its value, or 0, and the one after it, complemented if escaped
    private int next;

    JsonFields(JsonText json, Rejections rejections) {
        this.json = json;
        this.rejections = rejections;
    }

    /** Finds the fields that events of a type have in the object that begins there; returns the position after it. */
    int find(EventType<?> ofType, int position) throws MalformedException {
        type = ofType;
        return find(ofType.table(), position);
    }

    private int find(FieldTable fields, int position) throws MalformedException {
        table = fields;
        spans = new int[2 * fields.size()];
        next = 0;
        int at = json.enter(position);
        while (at >= 0) {
            int value = json.member(at);
            int field = json.nameIn(fields.names());
            int end = json.skipValue(value);
            if (field >= 0) {
                spans[2 * field] = value;
                spans[2 * field + 1] = json.at(value) == '"' && json.isEscaped() ? ~end : end;
            }
            at = json.next(end);
        }
        return ~at;
    }

    /** Returns the type that the event says it is, the first field of any; null if it says none. */
    @Nullable
    EventType<?> eventType() {
        int value = spans[0];
        if (json.at(value) != '"' || value == 0) {
            return null;
        }
        return spans[1] > 0 ? json.eventType(value + 1, spans[1] - 1) : UnknownEvent.TYPE;
    }

    /** Makes the event of what was found. */
    DiagnosticEvent read() {
        next = 1;
        return type.read(this);
    }

    @Override
    public @Nullable String text(String name) {
        int field = next++;
        return text(field, spans[2 * field], spans[2 * field + 1]);
    }

    /** @param end complemented if the string is escaped */
    private @Nullable String text(int field, int value, int end) {
        if (value == 0 || json.at(value) != '"') {
            reject(field, "not a string");
            return null;
        }
        String text = end > 0 ? json.text(value + 1, end - 1) : json.unescaped(value + 1, ~end - 1);
        if (text == null) {
            reject(field, "not a string: a backslash escapes nothing");
        }
        return text;
    }

    @Override
    public List<String> texts(String name) {
        int field = next++;
        List<String> texts = new ArrayList<>();
        each(field, (value, end) -> {
            String text = text(field, value, json.at(value) == '"' && json.isEscaped() ? ~end : end);
            if (text != null) {
                texts.add(text);
            }
        });
        return texts;
    }

    @Override
    public <T> List<T> objects(String name, Function<FieldReader, T> read) {
        int field = next++;
        List<T> objects = new ArrayList<>();
        each(field, (value, end) -> {
            if (json.at(value) == '{') {
                T object = member(field, value, read);
                if (object != null) {
                    objects.add(object);
                }
            } else {
                reject(field, "not an array of objects");
            }
        });
        return objects;
    }

    /** Takes a value of an array, from its position to the one after it. */
    private interface Element {
        void read(int value, int end);
    }

    private void each(int field, Element element) {
        int array = spans[2 * field];
        if (array == 0 || json.at(array) != '[') {
            reject(field, "not an array");
            return;
        }
        try {
            int at = json.enterArray(array);
            while (at >= 0) {
                int end = json.skipValue(at);
                element.read(at, end);
                at = json.nextInArray(end);
            }
        } catch (MalformedException e) {
            reject(field, "not an array: malformed JSON");
        }
    }

    @Override
    public double number(String name) {
        int field = next++;
        int value = spans[2 * field];
        double number = value == 0 ? Double.NaN : json.number(value, Math.max(value, spans[2 * field + 1]));
        if (Double.isNaN(number)) {
            reject(field, "not a number");
        }
        return number;
    }

    @Override
    public boolean flag(String name) {
        return Boolean.TRUE.equals(optionalFlag(name));
    }

    @Override
    public @Nullable Boolean optionalFlag(String name) {
        int field = next++;
        if (is("true", field)) {
            return true;
        }
        if (is("false", field)) {
            return false;
        }
        reject(field, "not true or false");
        return null;
    }

    @Override
    public <T> @Nullable T object(String name, Function<FieldReader, @Nullable T> read) {
        int field = next;
        T object = required(name, read);
        if (object == null && json.at(spans[2 * field]) != '{') {
            reject(field, "not an object");
        }
        return object;
    }

    @Override
    public <T> @Nullable T required(String name, Function<FieldReader, @Nullable T> read) {
        int field = next++;
        int value = spans[2 * field];
        return value == 0 || json.at(value) != '{' ? null : member(field, value, read);
    }

    private <T> @Nullable T member(int field, int value, Function<FieldReader, @Nullable T> read) {
        FieldTable outer = table;
        int[] outerSpans = spans;
        int outerNext = next;
        try {
            find(outer.members(field), value);
            return read.apply(this);
        } catch (MalformedException e) {
            rejections.count(type, outer.path(field), "not an object: malformed JSON");
            return null;
        } finally {
            table = outer;
            spans = outerSpans;
            next = outerNext;
        }
    }

    private boolean is(String literal, int field) {
        int value = spans[2 * field];
        return value > 0 && json.is(literal, value, spans[2 * field + 1]);
    }

    /** Counts a field that is there and is no null. */
    private void reject(int field, String rule) {
        if (spans[2 * field] > 0 && !is("null", field)) {
            rejections.count(type, table.path(field), rule);
        }
    }
}
