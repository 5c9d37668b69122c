package ai.openclaw.diagnostics.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * This project's own log entries, on their way to the exporter: a bounded queue; when it is full, the newest is dropped and
 * counted. Entries of other libraries may hold anything and are not taken.
 *
 * <p>Any thread logs; nothing waits.
 */
final class LogEntries extends Handler {

    static final int MAX_ENTRIES = 2_048;
    private static final String OWN = "ai.openclaw.diagnostics";
    private static final int MAX_MESSAGE = 4_096;
    private static final Formatter MESSAGES = new SimpleFormatter();

    private final BlockingQueue<Entry> entries = new ArrayBlockingQueue<>(MAX_ENTRIES);
    private final AtomicLong dropped = new AtomicLong();

    /** The logger is held: without a reference to it java.util.logging forgets its handlers. */
    private final Logger logger = Logger.getLogger(OWN);

    /**
     * What is sent of an entry.
     *
     * @param thrown the class of what was thrown, empty if nothing was; never its message
     */
    record Entry(long epochNanos, int level, String logger, String message, String thrown) {}

    /** Begins to take entries in. */
    void open() {
        logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry) && !entries.offer(entry(entry))) {
            dropped.incrementAndGet();
        }
    }

    private static Entry entry(LogRecord entry) {
        String message = String.valueOf(MESSAGES.formatMessage(entry));
        java.time.Instant time = entry.getInstant();
        return new Entry(
                Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano()),
                entry.getLevel().intValue(),
                String.valueOf(entry.getLoggerName()),
                message.substring(0, Math.min(message.length(), MAX_MESSAGE)),
                entry.getThrown() == null ? "" : entry.getThrown().getClass().getName());
    }

    /** Takes the oldest entries out, at most so many. */
    List<Entry> take(int max) {
        List<Entry> taken = new ArrayList<>();
        entries.drainTo(taken, max);
        return taken;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Returns how many found no room since the start. */
    long dropped() {
        return dropped.get();
    }

    @Override
    public void flush() {}

    /** Takes no more entries in. */
    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
