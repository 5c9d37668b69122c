package ai.openclaw.diagnostics.recording.update;

import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts events by type and trust, each once. Most of those that are recorded are counted by the store within the update
 * that they make anyway, see {@link TimedTotal}; all others by one striped increment. Thread-safe.
 */
public final class EventCounts {

    private final SeriesStore store;
    private final LongAdder[] trusted = zeros();
    private final LongAdder[] untrusted = zeros();

    /** By type: where the store counts its events, or null if it does not. */
    private final @Nullable InStore[] inStore = new InStore[trusted.length];

    private record InStore(CounterFamily counter, int origin) {}

    /** @param store counts the events of most types */
    public EventCounts(SeriesStore store) {
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

    /** Counts an event that is trusted, and that the store does not count. */
    void countTrusted(EventType<?> type) {
        trusted[type.index()].increment();
    }

    /** Counts an event that is not trusted. */
    public void countUntrusted(EventType<?> type) {
        untrusted[type.index()].increment();
    }

    /** Returns how many trusted events of a type there were. */
    public long trusted(EventType<?> type) {
        return trusted[type.index()].sum() + countedInStore(type);
    }

    /** Returns how many events of a type were not trusted. */
    public long untrusted(EventType<?> type) {
        return untrusted[type.index()].sum();
    }

    private long countedInStore(EventType<?> type) {
        InStore place = inStore[type.index()];
        return place == null ? 0 : store.updates(place.counter(), place.origin());
    }
}
