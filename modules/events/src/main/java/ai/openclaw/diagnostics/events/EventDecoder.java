package ai.openclaw.diagnostics.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads events from JSON: {@code {"event": {…}, "metadata": {"trusted": true, "internal": false}}}, with the field
 * names of OpenClaw's own events.
 *
 * <p>Fields and types that are not known are skipped. A known field of the wrong type is counted by {@link Rejections}
 * and stays absent; the rest of the event stands. Only the literal {@code true} makes an event trusted or internal.
 *
 * <p>Thread-safe. Nothing is thrown for any input.
 */
public final class EventDecoder {

    private static final JsonFactory JSON = new JsonFactory();

    private final Rejections rejections;

    private EventDecoder(Rejections rejections) {
        this.rejections = rejections;
    }

    /** Returns a decoder that counts fields of the wrong type there. */
    public static EventDecoder create(Rejections rejections) {
        return new EventDecoder(rejections);
    }

    /**
     * Returns the event that a JSON text holds and who vouches for it.
     *
     * @return empty if the text is not one JSON object with an object {@code event} that has a string {@code type}
     */
    public Optional<Publication> decode(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return Optional.ofNullable(envelope(parser));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /** As {@link #decode(String)}, from UTF-8 bytes. */
    public Optional<Publication> decode(byte[] json, int offset, int length) {
        try (JsonParser parser = JSON.createParser(json, offset, length)) {
            return Optional.ofNullable(envelope(parser));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private @Nullable Publication envelope(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        DecodedFields event = null;
        Provenance provenance = Provenance.UNTRUSTED;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            if (name.equals("event")) { // of two the last counts, as in JavaScript
                event = object ? event(parser) : null;
            } else if (name.equals("metadata")) {
                provenance = object ? provenance(parser) : Provenance.UNTRUSTED;
            }
            parser.skipChildren(); // of anything that was not read
        }
        return parser.nextToken() == null && event != null ? publication(event, provenance) : null;
    }

    private static DecodedFields event(JsonParser parser) throws IOException {
        DecodedFields fields = new DecodedFields();
        fields.read(parser, EventField.top());
        return fields;
    }

    private static Provenance provenance(JsonParser parser) throws IOException {
        boolean trusted = false;
        boolean internal = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean flag = parser.nextToken() == JsonToken.VALUE_TRUE;
            trusted = name.equals("trusted") ? flag : trusted;
            internal = name.equals("internal") ? flag : internal;
            parser.skipChildren();
        }
        return Provenance.of(trusted, internal);
    }

    private @Nullable Publication publication(DecodedFields fields, Provenance provenance) {
        String type = fields.text(EventField.TYPE);
        if (type == null) {
            return null;
        }
        DiagnosticEvent event = new EventAssembler(EventType.of(type), fields, rejections).assemble();
        return new Publication(event, provenance);
    }
}
