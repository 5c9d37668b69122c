package ai.openclaw.diagnostics.recording.update;

import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.EventType;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is done with events, by type: an event of a type that no handler was registered for is ignored. */
public final class EventHandlers {

    private final @Nullable Consumer<?>[] byType =
            new Consumer<?>[EventType.all().size()];

    private final Catalog catalog;

    /** @param catalog the families that the profile has */
    public EventHandlers(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Registers the handler of a type. Before the first event, by one thread. */
    public <E extends DiagnosticEvent> EventHandlers on(EventType<E> type, Consumer<E> handler) {
        byType[type.index()] = handler;
        return this;
    }

    /** Registers the handler of a type, unless the profile lacks the families that it records. */
    public <E extends DiagnosticEvent> EventHandlers on(EventType<E> type, FamilyGroup group, Consumer<E> handler) {
        return catalog.families(group).isEmpty() ? this : on(type, handler);
    }

    /** Tells whether events of a type are handled. */
    public boolean has(EventType<?> type) {
        return byType[type.index()] != null;
    }

    /** Hands an event to the handler of its type, which is given. */
    @SuppressWarnings("unchecked") // by on(), the handler takes events of the type
    public void handle(EventType<?> type, DiagnosticEvent event) {
        Consumer<DiagnosticEvent> handler = (Consumer<DiagnosticEvent>) byType[type.index()];
        if (handler != null) {
            handler.accept(event);
        }
    }
}
