package ai.openclaw.diagnostics.otlp.logs;

/**
 * What is sent of a log entry.
 *
 * @param epochNanos when it was logged
 * @param level the level's number in java.util.logging
 * @param logger the logger's name
 * @param message the formatted message, cut
 * @param thrown the class of what was thrown, empty if nothing was; never its message
 */
public record QueuedLogEntry(long epochNanos, int level, String logger, String message, String thrown) {}
