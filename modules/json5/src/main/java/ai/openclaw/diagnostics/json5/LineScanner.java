package ai.openclaw.diagnostics.json5;

/** Finds the lines around an offset. */
final class LineScanner {

    private LineScanner() {}

    static int begin(String text, int offset) {
        int at = offset;
        while (at > 0 && !isEnd(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Returns the white space that the line of an offset begins with. */
    static String indentation(String text, int offset) {
        int begin = begin(text, offset);
        return text.substring(begin, skipBlanks(text, begin));
    }

    /** Tells whether nothing but white space is before an offset on its line. */
    static boolean isFirst(String text, int offset) {
        return skipBlanks(text, begin(text, offset)) >= offset;
    }

    static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Returns the offset behind the end of a line that begins at this offset, or the offset itself if none does. */
    static int skipEnd(String text, int offset) {
        if (text.startsWith("\r\n", offset)) {
            return offset + 2;
        }
        return offset < text.length() && isEnd(text.charAt(offset)) ? offset + 1 : offset;
    }

    /** Returns the offset behind the last end of a line between tokens that is not within a comment, or -1. */
    static int lastBreak(String text, int from, int to) {
        int last = -1;
        for (int at = from; at < to; ) {
            if (text.startsWith("/*", at)) {
                at = text.indexOf("*/", at + 2) + 2;
            } else if (text.startsWith("//", at)) {
                at = endOfLine(text, at);
            } else {
                int behind = skipEnd(text, at);
                last = behind > at ? behind : last;
                at = Math.max(behind, at + 1);
            }
        }
        return last;
    }

    private static int endOfLine(String text, int from) {
        int at = from;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isEnd(char c) {
        return Characters.isLineEnd(c);
    }
}
