package ai.openclaw.diagnostics.config;

/** Strings as they stand in a file or a message. */
final class Texts {

    private Texts() {}

    /** Returns a string in double quotes, as JSON has it, in one line. */
    static String quoted(String text) {
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
    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
