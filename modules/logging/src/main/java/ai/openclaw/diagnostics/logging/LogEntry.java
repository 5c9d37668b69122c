package ai.openclaw.diagnostics.logging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a log line tells.
 *
 * @param level in the words of {@link System.Logger.Level}
 * @param logger the full name, mostly that of a class
 * @param message the text as it came, at most 16,384 characters: it may hold line ends and other control characters
 */
record LogEntry(
        Instant time,
        String level,
        String logger,
        String message,
        @Nullable Throwable thrown) {

    private static final int CAUSES = 8;
    private static final int FRAMES = 64;
    private static final int MAX_MESSAGE = 16_384;
    private static final Formatter MESSAGES = new SimpleFormatter();
    private static final DateTimeFormatter RFC_3339 =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

    /** A failure or one of its causes. Without its message, which may quote whatever failed: a value, a path, a secret. */
    record Failure(String type, List<String> stack) {

        private static Failure of(Throwable thrown) {
            return new Failure(
                    thrown.getClass().getName(),
                    Arrays.stream(thrown.getStackTrace())
                            .limit(FRAMES)
                            .map(StackTraceElement::toString)
                            .toList());
        }
    }

    /** Returns what a record of java.util.logging tells. */
    static LogEntry of(LogRecord entry) {
        return new LogEntry(
                entry.getInstant(),
                level(entry.getLevel()),
                String.valueOf(entry.getLoggerName()),
                cut(String.valueOf(MESSAGES.formatMessage(entry))),
                entry.getThrown());
    }

    /** So that no entry takes more room than a log file has. */
    private static String cut(String message) {
        int more = message.length() - MAX_MESSAGE;
        return more <= 0 ? message : message.substring(0, MAX_MESSAGE) + "… (" + more + " more characters)";
    }

    private static String level(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (value >= Level.WARNING.intValue()) {
            return "WARNING";
        }
        if (value >= Level.INFO.intValue()) {
            return "INFO";
        }
        return value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
    }

    /** Tells whether an entry of a level of java.util.logging tells that something went wrong. */
    static boolean isFault(Level level) {
        return level.intValue() >= Level.WARNING.intValue();
    }

    /** Tells whether something went wrong. */
    boolean isFault() {
        return level.equals("ERROR") || level.equals("WARNING");
    }

    /** Returns the time in UTC to the millisecond, as RFC 3339 has it. */
    String timestamp() {
        return RFC_3339.format(time);
    }

    /** Returns what was thrown and what caused it, outermost first, as far as is of use. */
    List<Failure> failures() {
        List<Failure> failures = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && failures.size() < CAUSES; cause = cause.getCause()) {
            failures.add(Failure.of(cause));
        }
        return failures;
    }

    LogEntry withMessage(String other) {
        return new LogEntry(time, level, logger, other, thrown);
    }
}
