package ai.openclaw.diagnostics.logging;

import java.util.List;

/** The log as people read it. */
final class TextLog {

    private TextLog() {}

    static String format(LogEntry entry) {
        StringBuilder text = new StringBuilder(160);
        text.append(entry.timestamp()).append(' ').append(entry.level()).append(' ');
        visible(shortName(entry.logger()), text);
        text.append(' ');
        visible(entry.message(), text);
        text.append('\n');
        List<LogEntry.Failure> failures = entry.failures();
        for (int i = 0; i < failures.size(); i++) {
            append(failures.get(i), i == 0 ? "" : "caused by ", text);
        }
        return text.toString();
    }

    private static String shortName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static void append(LogEntry.Failure failure, String relation, StringBuilder text) {
        text.append("    ").append(relation);
        visible(failure.type(), text);
        text.append('\n');
        for (String frame : failure.stack()) {
            text.append("        at ");
            visible(frame, text);
            text.append('\n');
        }
    }

    /** Shows what a terminal would act on, or not show: a message can neither begin a new line nor paint over one. */
    private static void visible(String from, StringBuilder text) {
        for (int i = 0; i < from.length(); i++) {
            char c = from.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (acts(c)) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
    }

    /** Control characters, line and paragraph separators, and what turns the direction of writing. */
    private static boolean acts(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
