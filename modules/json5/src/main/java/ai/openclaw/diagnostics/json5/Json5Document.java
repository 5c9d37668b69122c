package ai.openclaw.diagnostics.json5;

import org.jspecify.annotations.Nullable;

/** A text and what it means. Immutable. */
public final class Json5Document {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final @Nullable Json5Value root;

    private Json5Document(String text, @Nullable Json5Value root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Reads a text, which may begin with a byte order mark. One of white space and comments only has no value.
     *
     * @throws Json5Exception if it is not JSON5, or beyond the limits of the package
     */
    public static Json5Document parse(String text) {
        return new Json5Document(text, Json5Parser.parse(text));
    }

    /** Returns the text. */
    public String text() {
        return text;
    }

    /** Returns its value, or null if it has none. */
    public @Nullable Json5Value root() {
        return root;
    }

    /** Returns the text of a value as it is written. */
    public String written(Json5Value value) {
        return text.substring(value.start(), value.end());
    }

    /** Returns the number of the line of an offset, from 1. */
    public int line(int offset) {
        return lineOf(text, offset);
    }

    /** Returns the line and column of an offset, both from 1: {@code 12:7}. A byte order mark does not count. */
    public String position(int offset) {
        return positionIn(text, offset);
    }

    /** Returns the line and column of an offset in a text, both from 1. A byte order mark does not count. */
    public static String positionIn(String text, int offset) {
        int begin = LineScanner.begin(text, offset);
        int column = offset - begin + 1 - (begin == 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0);
        return lineOf(text, offset) + ":" + Math.max(column, 1);
    }

    private static int lineOf(String text, int offset) {
        int line = 1;
        for (int at = 0; at < offset; at++) {
            char c = text.charAt(at);
            boolean ends = Characters.isLineEnd(c) && !(c == '\r' && text.startsWith("\n", at + 1));
            line += ends ? 1 : 0;
        }
        return line;
    }

    /** Returns the length of the text, and nothing of what is in it. */
    @Override
    public String toString() {
        return text.length() + " characters of JSON5";
    }
}
