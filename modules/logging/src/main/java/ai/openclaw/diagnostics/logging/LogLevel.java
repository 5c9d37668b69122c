package ai.openclaw.diagnostics.logging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;

/** How much is logged: each level with all that are above it. */
public enum LogLevel {
    /** Nothing. */
    OFF(Level.OFF),
    /** What failed. */
    ERROR(Level.SEVERE),
    /** What may fail soon, or failed in part. */
    WARN(Level.WARNING),
    /** What happened; the default. */
    INFO(Level.INFO),
    /** What is of use to find a fault. */
    DEBUG(Level.FINE),
    /** Everything. */
    TRACE(Level.ALL);

    /** Names of OpenClaw's own Gateway and of the JDK. */
    private static final Map<String, LogLevel> ALIASES = Map.of("silent", OFF, "fatal", ERROR, "warning", WARN);

    private final Level level;

    LogLevel(Level level) {
        this.level = level;
    }

    /** Returns the level of a name, in letters of any case: {@code warn}, and also {@code silent} for off, {@code fatal} for error. */
    public static Optional<LogLevel> of(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ALIASES.get(lower))
                .or(() -> Arrays.stream(values())
                        .filter(level -> level.toString().equals(lower))
                        .findFirst());
    }

    /** Returns the level in the words of java.util.logging. */
    Level threshold() {
        return level;
    }

    /** Returns whether an entry of a level, as an entry shows it, is logged. */
    public boolean includes(String entryLevel) {
        return switch (entryLevel) {
            case "ERROR" -> compareTo(ERROR) >= 0;
            case "WARNING" -> compareTo(WARN) >= 0;
            case "INFO" -> compareTo(INFO) >= 0;
            case "DEBUG" -> compareTo(DEBUG) >= 0;
            default -> this == TRACE;
        };
    }

    /** Returns the name as a configuration has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
