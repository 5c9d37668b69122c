package ai.openclaw.diagnostics.otlp.logs;

import ai.openclaw.diagnostics.otlp.queue.BoundedQueue;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Takes this project's own log entries into a queue. Entries of other libraries may hold anything and are not taken.
 *
 * <p>Any thread logs; nothing waits.
 */
public final class LogEntries extends Handler {

    private static final String OWN = "ai.openclaw.diagnostics";
    private static final int MAX_MESSAGE_CHARS = 4_096;
    private static final Formatter MESSAGES = new SimpleFormatter();

    private final BoundedQueue<QueuedLogEntry> entries;

    /** The logger is held: without a reference to it java.util.logging forgets its handlers. */
    private final Logger logger = Logger.getLogger(OWN);

    private LogEntries(BoundedQueue<QueuedLogEntry> entries) {
        this.entries = entries;
    }

    /** Begins to take entries in, until the result is closed. */
    public static LogEntries open(BoundedQueue<QueuedLogEntry> entries) {
        LogEntries handler = new LogEntries(entries);
        handler.logger.addHandler(handler);
        return handler;
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            entries.add(entry(entry));
        }
    }

    private static QueuedLogEntry entry(LogRecord entry) {
        String message = String.valueOf(MESSAGES.formatMessage(entry));
        Instant time = entry.getInstant();
        return new QueuedLogEntry(
                TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano(),
                entry.getLevel().intValue(),
                String.valueOf(entry.getLoggerName()),
                message.substring(0, Math.min(message.length(), MAX_MESSAGE_CHARS)),
                entry.getThrown() == null ? "" : entry.getThrown().getClass().getName());
    }

    @Override
    public void flush() {}

    /** Takes no more entries in. */
    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
