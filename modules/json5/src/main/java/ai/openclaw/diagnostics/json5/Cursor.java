package ai.openclaw.diagnostics.json5;

/** A place in a text that moves forward, past white space and comments where it is told to. */
final class Cursor {

    /** What {@link #peek} returns at the end of the text. */
    static final int END = -1;

    private final String text;
    private int offset;

    Cursor(String text) {
        this.text = text;
    }

    int offset() {
        return offset;
    }

    void moveTo(int newOffset) {
        offset = newOffset;
    }

    String since(int start) {
        return text.substring(start, offset);
    }

    /** Returns the code point here, or {@link #END}. */
    int peek() {
        return offset < text.length() ? text.codePointAt(offset) : END;
    }

    /** Returns the code point here and moves behind it. */
    int next() {
        int c = peek();
        if (c != END) {
            offset += Character.charCount(c);
        }
        return c;
    }

    boolean skip(char c) {
        boolean here = peek() == c;
        if (here) {
            offset++;
        }
        return here;
    }

    /** Moves behind the digits here and returns how many there are. */
    int skipDigits() {
        int start = offset;
        while (Characters.isDigit(peek())) {
            offset++;
        }
        return offset - start;
    }

    /** Moves to the next token. */
    void skipSpace() {
        while (true) {
            if (text.startsWith("//", offset)) {
                skipLine();
            } else if (text.startsWith("/*", offset)) {
                skipComment();
            } else if (offset < text.length() && Characters.isSpace(peek())) {
                next();
            } else {
                return;
            }
        }
    }

    private void skipLine() {
        while (offset < text.length() && !Characters.isLineEnd(text.charAt(offset))) {
            offset++;
        }
    }

    private void skipComment() {
        int end = text.indexOf("*/", offset + 2);
        if (end < 0) {
            throw new Json5Exception(offset, "this comment is not closed; */ is missing");
        }
        offset = end + 2;
    }
}
