package ai.openclaw.diagnostics.config;

/** The text of a file and where its lines begin. A byte order mark is left out of the text and remembered. */
final class Source {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String fileName;
    private final String text;
    private final boolean marked;

    Source(String fileName, String text) {
        this.fileName = fileName;
        this.marked = text.startsWith(BYTE_ORDER_MARK);
        this.text = marked ? text.substring(1) : text;
    }

    /** Returns the file's name without its folder. */
    String fileName() {
        return fileName;
    }

    /** Returns the text without a byte order mark; offsets count in it. */
    String text() {
        return text;
    }

    /** Returns the file's whole text with this one in place of its own. */
    String whole(String newText) {
        return marked ? BYTE_ORDER_MARK + newText : newText;
    }

    /** Returns the number of the line, from 1. */
    int line(int offset) {
        int line = 1;
        for (int at = lineEnd(0, offset); at >= 0; at = lineEnd(at, offset)) {
            line++;
        }
        return line;
    }

    /** Returns where an offset is, for the beginning of a message: {@code openclaw.json:12:7}. */
    String at(int offset) {
        int begin = 0;
        for (int at = lineEnd(0, offset); at >= 0; at = lineEnd(at, offset)) {
            begin = at;
        }
        return fileName + ":" + line(offset) + ":" + (offset - begin + 1);
    }

    /** Returns the offset behind the first line's end from an offset on that is not beyond the limit, or -1. */
    private int lineEnd(int from, int limit) {
        for (int at = from; at < limit; at++) {
            char c = text.charAt(at);
            boolean lineEnds = c == '\n' || c == '\r' && !text.startsWith("\n", at + 1);
            if (lineEnds) {
                return at + 1;
            }
        }
        return -1;
    }
}
