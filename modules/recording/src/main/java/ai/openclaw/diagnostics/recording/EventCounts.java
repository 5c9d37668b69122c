package ai.openclaw.diagnostics.recording;

import ai.openclaw.diagnostics.events.EventType;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts events by type and trust: one striped increment for each event. Thread-safe. */
final class EventCounts {

    private final LongAdder[] trusted = zeros();
    private final LongAdder[] untrusted = zeros();

    private static LongAdder[] zeros() {
        return Stream.generate(LongAdder::new).limit(EventType.all().size()).toArray(LongAdder[]::new);
    }

    void count(EventType<?> type, boolean isTrusted) {
        (isTrusted ? trusted : untrusted)[type.index()].increment();
    }

    /** Returns the counts of the types that were seen, in the order of {@link EventType#all()}. */
    List<EventCount> counts(EventHandlers handlers) {
        return EventType.all().stream()
                .map(type -> of(type, handlers.has(type)))
                .filter(it -> it.seen() > 0)
                .toList();
    }

    private EventCount of(EventType<?> type, boolean isHandled) {
        long fromTrusted = trusted[type.index()].sum();
        long fromOthers = untrusted[type.index()].sum();
        return new EventCount(
                type.name(),
                fromTrusted + fromOthers,
                isHandled ? fromTrusted : 0,
                isHandled ? 0 : fromTrusted,
                fromOthers);
    }
}
