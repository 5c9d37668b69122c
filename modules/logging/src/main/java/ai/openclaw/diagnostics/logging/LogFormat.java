package ai.openclaw.diagnostics.logging;

/** How a log looks; every entry ends in a line end, and no entry can pretend to be two. */
public enum LogFormat {
    /** For people: time, level, last part of the logger's name, message; below it, indented, what was thrown. */
    TEXT {
        @Override
        String format(LogEntry entry, long number) {
            return TextLog.format(entry);
        }
    },

    /** For machines: one object a line, in ASCII. */
    JSON {
        @Override
        String format(LogEntry entry, long number) {
            return JsonLog.format(entry, number);
        }
    };

    /** Of an entry that has none. */
    static final long NO_NUMBER = 0;

    /**
     * Returns a log entry with its line end.
     *
     * @param number its number among those of its destination, from 1, or {@link #NO_NUMBER}
     */
    abstract String format(LogEntry entry, long number);

    /** Returns a log entry without a number, with its line end. */
    String format(LogEntry entry) {
        return format(entry, NO_NUMBER);
    }
}
