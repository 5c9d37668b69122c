package ai.openclaw.diagnostics.recording.update;

import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.EventType;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * What is done with trusted events, by type: each is counted once, and recorded if its type has a handler. One look-up by type
 * says both, since what counts the events of a type is known before the first of them.
 */
public final class EventHandlers {

    private final Consumer<?>[] byType = new Consumer<?>[EventType.all().size()];
    private final BitSet handled = new BitSet();
    private final Catalog catalog;
    private final EventCounts counts;

    /**
     * @param catalog the families that the profile has
     * @param counts counts the events of each type that the store does not count
     */
    public EventHandlers(Catalog catalog, EventCounts counts) {
        this.catalog = catalog;
        this.counts = counts;
        EventType.all().forEach(type -> byType[type.index()] = event -> counts.countTrusted(type));
    }

    /**
     * Registers the handler of a type. Before the first event, by one thread, and after what has the store count the events of
     * the type.
     */
    public <E extends DiagnosticEvent> EventHandlers on(EventType<E> type, Consumer<E> handler) {
        handled.set(type.index());
        byType[type.index()] = counts.isCountedInStore(type) ? handler : counting(type, handler);
        return this;
    }

    private <E extends DiagnosticEvent> Consumer<E> counting(EventType<E> type, Consumer<E> handler) {
        return event -> {
            counts.countTrusted(type);
            handler.accept(event);
        };
    }

    /** Registers the handler of a type, unless the profile lacks the families that it records. */
    public <E extends DiagnosticEvent> EventHandlers on(EventType<E> type, FamilyGroup group, Consumer<E> handler) {
        return catalog.families(group).isEmpty() ? this : on(type, handler);
    }

    /** Tells whether events of a type are recorded. */
    public boolean has(EventType<?> type) {
        return handled.get(type.index());
    }

    /** Counts and records an event of the type that is given. */
    @SuppressWarnings("unchecked") // by on(), the handler takes events of the type
    public void handle(EventType<?> type, DiagnosticEvent event) {
        ((Consumer<DiagnosticEvent>) byType[type.index()]).accept(event);
    }
}
