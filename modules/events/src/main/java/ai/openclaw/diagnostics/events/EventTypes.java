package ai.openclaw.diagnostics.events;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of all records that {@link DiagnosticEvent} permits, found there: no other list has to be kept. */
final class EventTypes {

    static final List<EventType<?>> ALL = Arrays.stream(DiagnosticEvent.class.getPermittedSubclasses())
            .<EventType<?>>map(EventTypes::typeOf)
            .toList();

    private static final ByteNames NAMES =
            ByteNames.of(ALL.stream().map(EventType::name).toList());

    private EventTypes() {}

    private static EventType<?> typeOf(Class<?> event) {
        try {
            return (EventType<?>) event.getField("TYPE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(event.getName() + " has no public constant TYPE", e);
        }
    }

    /** Returns the type with the name that these bytes spell, or null. */
    static @Nullable EventType<?> named(byte[] bytes, int from, int to) {
        int found = NAMES.find(bytes, from, to);
        return found < 0 ? null : ALL.get(found);
    }
}
