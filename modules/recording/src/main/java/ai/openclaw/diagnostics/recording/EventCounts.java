package ai.openclaw.diagnostics.recording;

import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts events by type and trust, each once. Most of those that are recorded are counted by the store within the update
 * that they make anyway, see {@link TimedTotal}; all others by one striped increment. Thread-safe.
 */
final class EventCounts {

    private final SeriesStore store;
    private final LongAdder[] trusted = zeros();
    private final LongAdder[] untrusted = zeros();

    /** By type: where the store counts its events, or null if it does not. */
    private final @Nullable InStore[] inStore = new InStore[trusted.length];

    private record InStore(CounterFamily counter, int origin) {}

    EventCounts(SeriesStore store) {
        this.store = store;
    }

    private static LongAdder[] zeros() {
        return Stream.generate(LongAdder::new).limit(EventType.all().size()).toArray(LongAdder[]::new);
    }

    /**
     * Has the events of a type counted by the updates of a counter, and by {@link #countTrusted} where an event makes none.
     * Before the first event, by one thread.
     *
     * @return the origin of these updates
     */
    int countInStore(EventType<?> type, CounterFamily counter) {
        int origin = (int) Stream.of(inStore)
                .filter(it -> it != null && it.counter() == counter)
                .count();
        inStore[type.index()] = new InStore(counter, origin);
        return origin;
    }

    /** Tells whether what records the events of a type counts them too. */
    boolean isCountedInStore(EventType<?> type) {
        return inStore[type.index()] != null;
    }

    void countTrusted(EventType<?> type) {
        trusted[type.index()].increment();
    }

    void countUntrusted(EventType<?> type) {
        untrusted[type.index()].increment();
    }

    /** Returns the counts of the types that were seen, in the order of {@link EventType#all()}. */
    List<EventCount> counts(EventHandlers handlers) {
        return EventType.all().stream()
                .map(type -> of(type, handlers.has(type)))
                .filter(it -> it.seen() > 0)
                .toList();
    }

    private EventCount of(EventType<?> type, boolean isHandled) {
        long fromTrusted = trusted[type.index()].sum() + countedInStore(type);
        long fromOthers = untrusted[type.index()].sum();
        return new EventCount(
                type.name(),
                fromTrusted + fromOthers,
                isHandled ? fromTrusted : 0,
                isHandled ? 0 : fromTrusted,
                fromOthers);
    }

    private long countedInStore(EventType<?> type) {
        InStore place = inStore[type.index()];
        return place == null ? 0 : store.updates(place.counter(), place.origin());
    }
}
