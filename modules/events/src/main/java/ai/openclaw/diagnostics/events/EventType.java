package ai.openclaw.diagnostics.events;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A type of event: its name in JSON and the fields that are read of it. Each record declares its own as {@code TYPE}.
 *
 * <p>Immutable. Types are the same if they are the same object.
 *
 * @param <E> the record of the type
 */
public final class EventType<E extends DiagnosticEvent> {

    /** What a line holds after its event, in {@link Rejections}. */
    static final String AFTER_THE_EVENT = "(after the event)";

    private final String name;
    private final Class<E> eventClass;
    private final int index;
    private final FieldTable table;
    private final List<String> fields;
    private final Function<FieldReader, E> constructor;

    @SuppressWarnings("ReturnValueIgnored") // the constructor is asked for the fields that it reads, not for an event
    private EventType(String name, Class<E> eventClass, Function<FieldReader, E> constructor) {
        FieldTable.Declaration declaration = FieldTable.declaration();
        declaration.text("type");
        constructor.apply(declaration);
        this.name = name;
        this.eventClass = eventClass;
        this.constructor = constructor;
        this.index =
                Arrays.asList(DiagnosticEvent.class.getPermittedSubclasses()).indexOf(eventClass);
        this.table = declaration.table();
        this.fields = declaration.paths(AFTER_THE_EVENT);
    }

    /**
     * Returns the type of a record.
     *
     * @param constructor makes the record from its fields. It is called once here, without values, to learn their names,
     *     so it has to ask for all of them, in the same order each time
     */
    static <E extends DiagnosticEvent> EventType<E> of(
            String name, Class<E> eventClass, Function<FieldReader, E> constructor) {
        return new EventType<>(name, eventClass, constructor);
    }

    /** Returns all types, in the order in which {@link DiagnosticEvent} permits their records. */
    public static List<EventType<?>> all() {
        return EventTypes.ALL;
    }

    /** Returns the name in JSON, such as {@code run.completed}. */
    public String name() {
        return name;
    }

    /** Returns the record of this type. */
    public Class<E> eventClass() {
        return eventClass;
    }

    /** Returns the place in {@link #all()}, for tables by type. */
    public int index() {
        return index;
    }

    /** Returns the paths in JSON of what {@link Rejections} counts, such as {@code usage.input}. */
    public List<String> fields() {
        return fields;
    }

    /** Returns the fields of the event itself; the first is its type. */
    FieldTable table() {
        return table;
    }

    /** Makes an event of this type. */
    E read(FieldReader reader) {
        return constructor.apply(reader);
    }

    @Override
    public String toString() {
        return name;
    }
}
