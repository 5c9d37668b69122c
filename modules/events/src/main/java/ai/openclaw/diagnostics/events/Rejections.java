package ai.openclaw.diagnostics.events;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts the parts of events that could not be recorded, by type and field, and logs each such pair once a minute
 * without the value, which may be anything.
 *
 * <p>Thread-safe; counting neither blocks nor allocates, and its memory is fixed.
 */
public final class Rejections {

    private static final System.Logger LOG = System.getLogger(Rejections.class.getName());

    private final List<OfType> types = EventType.all().stream().map(OfType::new).toList();

    /**
     * How often a field of one type was rejected.
     *
     * @param type the type's name, such as {@code run.completed}
     * @param field the path in JSON, such as {@code usage.input}
     * @param count at least 1
     */
    public record Count(String type, String field, long count) {}

    private Rejections() {}

    /** Returns counts of zero. */
    public static Rejections create() {
        return new Rejections();
    }

    /**
     * Counts a field that could not be recorded.
     *
     * @param field one of the type's {@link EventType#fields()}
     * @param rule what the field should have been, in a few constant words, for the log
     * @throws IllegalArgumentException if the type has no such field
     */
    public void count(EventType<?> type, String field, String rule) {
        types.get(type.index()).count(field, rule);
    }

    /** Counts a text that is not an event at all. */
    public void countUnreadable(String rule) {
        count(UnknownEvent.TYPE, "type", rule);
    }

    /**
     * Returns how often this field of this type was rejected.
     *
     * @throws IllegalArgumentException if the type has no such field
     */
    public long of(EventType<?> type, String field) {
        return types.get(type.index()).of(field);
    }

    /** Returns how many fields were rejected altogether. */
    public long total() {
        return counts().stream().mapToLong(Count::count).sum();
    }

    /** Returns the counts above zero, by type in the order of {@link EventType#all()} and field. */
    public List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        types.forEach(type -> type.addTo(counts));
        return counts;
    }

    /** The counts of one type, as many as it has fields. */
    private static final class OfType {
        private final EventType<?> type;
        private final AtomicLongArray counts;
        private final LogThrottle[] throttles;

        OfType(EventType<?> type) {
            this.type = type;
            this.counts = new AtomicLongArray(type.fields().size());
            this.throttles = new LogThrottle[counts.length()];
            for (int i = 0; i < throttles.length; i++) {
                throttles[i] = LogThrottle.create();
            }
        }

        void count(String field, String rule) {
            int index = index(field);
            long count = counts.incrementAndGet(index);
            if (throttles[index].tryAcquire()) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Not recorded: field {0} of {1} event: {2}; {3} so far. The rest of the event was recorded.",
                        field,
                        withArticle(type.name()),
                        rule,
                        count);
            }
        }

        private static String withArticle(String name) {
            return ("aeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
        }

        long of(String field) {
            return counts.get(index(field));
        }

        void addTo(List<Count> all) {
            for (int i = 0; i < counts.length(); i++) {
                if (counts.get(i) > 0) {
                    all.add(new Count(type.name(), type.fields().get(i), counts.get(i)));
                }
            }
        }

        private int index(String field) {
            int index = type.fields().indexOf(field);
            if (index < 0) {
                throw new IllegalArgumentException(
                        type.name() + " has no field " + field + "; it has " + type.fields());
            }
            return index;
        }
    }
}
