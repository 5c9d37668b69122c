package ai.openclaw.diagnostics.events;

import ai.openclaw.diagnostics.events.JsonText.MalformedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the event and its metadata from one JSON text. Of two members of one name the last counts. */
final class JsonEnvelope {

    private static final ByteNames MEMBERS = ByteNames.of(List.of("event", "metadata"));
    private static final ByteNames METADATA = ByteNames.of(List.of("trusted", "internal"));
    private static final ByteNames EVENT = ByteNames.of(List.of("type"));

    private final JsonText json;
    private final Rejections rejections;
    private final JsonFields fields;
    private @Nullable EventType<?> type; // of the event; null as long as there is none
    private Provenance provenance = Provenance.UNTRUSTED;

    JsonEnvelope(JsonText json, Rejections rejections) {
        this.json = json;
        this.rejections = rejections;
        this.fields = new JsonFields(json, rejections);
    }

    /** Returns the event, or null if there is none. */
    @Nullable
    EventEnvelope read() throws MalformedException {
        int at = json.enter(json.start());
        while (at >= 0) {
            int value = json.member(at);
            int end = switch (json.nameIn(MEMBERS)) {
                case 0 -> event(value);
                case 1 -> metadata(value);
                default -> json.skipValue(value);
            };
            at = json.next(end);
        }
        return type == null ? null : new EventEnvelope(event(type, json.isAtEnd(~at)), provenance);
    }

    /** Finds the fields by the type that comes first as a rule, else in a second look. */
    private int event(int value) throws MalformedException {
        type = null;
        if (json.at(value) != '{') {
            return json.skipValue(value);
        }
        EventType<?> first = firstType(value);
        int end = fields.find(first, value);
        type = fields.eventType();
        if (type != null && type != first) {
            fields.find(type, value);
        }
        return end;
    }

    private EventType<?> firstType(int event) throws MalformedException {
        int first = json.enter(event);
        if (first < 0) {
            return UnknownEvent.TYPE;
        }
        int value = json.member(first);
        boolean isType = json.nameIn(EVENT) == 0 && json.at(value) == '"';
        return isType ? json.eventType(value + 1, json.skipValue(value) - 1) : UnknownEvent.TYPE;
    }

    private int metadata(int value) throws MalformedException {
        provenance = Provenance.UNTRUSTED;
        if (json.at(value) != '{') {
            return json.skipValue(value);
        }
        boolean trusted = false;
        boolean internal = false;
        int at = json.enter(value);
        while (at >= 0) {
            int flag = json.member(at);
            int name = json.nameIn(METADATA);
            int end = json.skipValue(flag);
            trusted = name == 0 ? json.is("true", flag, end) : trusted;
            internal = name == 1 ? json.is("true", flag, end) : internal;
            at = json.next(end);
        }
        provenance = Provenance.of(trusted, internal);
        return ~at;
    }

    private DiagnosticEvent event(EventType<?> ofType, boolean complete) {
        if (!complete) {
            rejections.count(ofType, EventType.AFTER_THE_EVENT, "more than one JSON object");
        }
        return fields.read();
    }
}
