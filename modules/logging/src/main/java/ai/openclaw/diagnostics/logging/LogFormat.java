package ai.openclaw.diagnostics.logging;

/** How a log looks; every entry ends in a line end, and no entry can pretend to be two. */
public enum LogFormat {
    /** For people: time, level, last part of the logger's name, message; below it, indented, what was thrown. */
    TEXT {
        @Override
        String format(LogEntry entry) {
            return TextLog.format(entry);
        }
    },

    /** For machines: one object a line, in ASCII. */
    JSON {
        @Override
        String format(LogEntry entry) {
            return JsonLog.format(entry);
        }
    };

    /** Returns a log entry with its line end. */
    abstract String format(LogEntry entry);
}
