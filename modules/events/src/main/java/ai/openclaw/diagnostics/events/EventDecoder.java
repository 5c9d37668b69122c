package ai.openclaw.diagnostics.events;

import ai.openclaw.diagnostics.events.JsonText.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads events from JSON: {@code {"event": {…}, "metadata": {"trusted": true, "internal": false}}}, with the field
 * names of OpenClaw's own events.
 *
 * <p>What can be recorded is. Fields and types that are not known are skipped, whatever they hold. A known field of the wrong
 * type, such as a number that is {@code NaN}, is counted by {@link Rejections} and unknown in the event; so is what follows
 * the JSON object. Of two members of one name the last counts. A byte order mark is skipped, and bytes that are no UTF-8
 * become U+FFFD. Only the literal {@code true} makes an event trusted or internal.
 *
 * <p>Thread-safe. Nothing is thrown for any input. Time and memory are linear in the length of the text, and nothing of it is
 * kept but the texts of the event.
 */
public final class EventDecoder {

    private static final ByteNames ENVELOPE = ByteNames.of(List.of("event", "metadata"));
    private static final ByteNames METADATA = ByteNames.of(List.of("trusted", "internal"));
    private static final ByteNames EVENT = ByteNames.of(List.of("type"));

    private final Rejections rejections;

    private EventDecoder(Rejections rejections) {
        this.rejections = rejections;
    }

    /** Returns a decoder that counts what cannot be recorded there. */
    public static EventDecoder create(Rejections rejections) {
        return new EventDecoder(rejections);
    }

    /**
     * Returns the event that a JSON text holds, and whether it is trusted.
     *
     * @return empty if the text does not begin with a JSON object with an object {@code event} that has a string
     *     {@code type}
     */
    public Optional<EventEnvelope> decode(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        return decode(utf8, 0, utf8.length);
    }

    /** As {@link #decode(String)}, from UTF-8 bytes. */
    public Optional<EventEnvelope> decode(byte[] json, int offset, int length) {
        try {
            return Optional.ofNullable(envelope(new JsonText(json, offset, offset + length)));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private @Nullable EventEnvelope envelope(JsonText json) throws MalformedException {
        JsonFields fields = new JsonFields(json, rejections);
        EventType<?> type = null;
        Provenance provenance = Provenance.UNTRUSTED;
        int at = json.enter(json.start());
        while (at >= 0) {
            int value = json.member(at);
            int name = json.nameIn(ENVELOPE);
            int end;
            if (name == 0 && json.at(value) == '{') {
                end = find(fields, json, value);
                type = fields.eventType();
            } else {
                end = json.skipValue(value);
                type = name == 0 ? null : type; // of two events the last counts
                provenance = name == 1 ? provenance(json, value) : provenance;
            }
            at = json.next(end);
        }
        return type == null ? null : new EventEnvelope(read(fields, type, json.isAtEnd(~at)), provenance);
    }

    /** Finds the fields of an event by the type that comes first as a rule, else in a second look. */
    private static int find(JsonFields fields, JsonText json, int event) throws MalformedException {
        EventType<?> first = firstType(json, event);
        int end = fields.find(first, event);
        EventType<?> type = fields.eventType();
        if (type != null && type != first) {
            fields.find(type, event);
        }
        return end;
    }

    private static EventType<?> firstType(JsonText json, int event) throws MalformedException {
        int first = json.enter(event);
        if (first < 0) {
            return UnknownEvent.TYPE;
        }
        int value = json.member(first);
        boolean isType = json.nameIn(EVENT) == 0 && json.at(value) == '"';
        return isType ? json.eventType(value + 1, json.skipValue(value) - 1) : UnknownEvent.TYPE;
    }

    private DiagnosticEvent read(JsonFields fields, EventType<?> type, boolean complete) {
        if (!complete) {
            rejections.count(type, EventType.AFTER_THE_EVENT, "more than one JSON object");
        }
        return fields.read();
    }

    private static Provenance provenance(JsonText json, int metadata) throws MalformedException {
        if (json.at(metadata) != '{') {
            return Provenance.UNTRUSTED;
        }
        boolean[] flags = new boolean[2];
        int at = json.enter(metadata);
        while (at >= 0) {
            int value = json.member(at);
            int name = json.nameIn(METADATA);
            int end = json.skipValue(value);
            if (name >= 0) {
                flags[name] = json.is("true", value, end);
            }
            at = json.next(end);
        }
        return Provenance.of(flags[0], flags[1]);
    }
}
