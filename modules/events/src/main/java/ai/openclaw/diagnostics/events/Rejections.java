package ai.openclaw.diagnostics.events;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Counts the parts of events that could not be recorded, by type and field, and logs each such pair once a minute
 * without the value, which may be anything.
 *
 * <p>Thread-safe; counting neither blocks nor allocates, and its memory is fixed.
 */
public final class Rejections {

    private static final System.Logger LOG = System.getLogger(Rejections.class.getName());
    private static final EventType[] TYPES = EventType.values();
    private static final EventField[] FIELDS = EventField.values();

    private final AtomicLongArray counts = new AtomicLongArray(TYPES.length * FIELDS.length);
    private final OncePerMinute[] logged = IntStream.range(0, counts.length())
            .mapToObj(i -> OncePerMinute.create())
            .toArray(OncePerMinute[]::new);

    private Rejections() {}

    /** Returns counts that stand at zero. */
    public static Rejections create() {
        return new Rejections();
    }

    /**
     * Counts a field that could not be recorded.
     *
     * @param rule what the field should have been, in a few constant words, for the log
     */
    public void count(EventType type, EventField field, String rule) {
        int index = type.ordinal() * FIELDS.length + field.ordinal();
        long count = counts.incrementAndGet(index);
        if (logged[index].isDue()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Not recorded: field {0} of a {1} event: {2}; {3} so far. The rest of the event was recorded.",
                    field.path(),
                    type.text(),
                    rule,
                    count);
        }
    }

    /** Returns how often this field of this type was rejected. */
    public long of(EventType type, EventField field) {
        return counts.get(type.ordinal() * FIELDS.length + field.ordinal());
    }

    /** Returns how many fields were rejected altogether. */
    public long total() {
        return IntStream.range(0, counts.length()).mapToLong(counts::get).sum();
    }
}
