package ai.openclaw.diagnostics.events;

import ai.openclaw.diagnostics.events.JsonText.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

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
            return Optional.ofNullable(
                    new JsonEnvelope(new JsonText(json, offset, offset + length), rejections).read());
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
