package ai.openclaw.diagnostics.json5;

/** Strings as they are written in a text or a message. */
public final class Quoting {

    private Quoting() {}

    /** Returns a string in double quotes, as JSON has it, in one line. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> appendPlain(out, c);
        }
    }

    private static void appendPlain(StringBuilder out, int c) {
        if (mustBeEscaped(c)) {
            new String(Character.toChars(c)).chars().forEach(unit -> out.append(String.format("\\u%04x", unit)));
        } else {
            out.appendCodePoint(c);
        }
    }

    /** What would not be seen, would break the line, or is half a character. */
    private static boolean mustBeEscaped(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** Returns a text of at most so many characters, the last an ellipsis where some were left out. */
    public static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
