package ai.openclaw.diagnostics.json5;

/** Decodes strings and identifiers. */
final class Strings {

    private final Cursor cursor;

    Strings(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads the string that begins here. */
    String string() {
        int start = cursor.offset();
        int quote = cursor.next();
        StringBuilder decoded = new StringBuilder();
        for (int c = cursor.peek(); c != quote; c = cursor.peek()) {
            if (c == Cursor.END || c == '\n' || c == '\r') {
                throw new Json5Exception(
                        start, "this string is not closed on its line; " + (char) quote + " is missing");
            }
            cursor.next();
            if (c == '\\') {
                escape(decoded);
            } else {
                decoded.appendCodePoint(c);
            }
        }
        cursor.next();
        return decoded.toString();
    }

    private void escape(StringBuilder decoded) {
        int begin = cursor.offset() - 1;
        int c = cursor.next();
        switch (c) {
            case 'b' -> decoded.append('\b');
            case 'f' -> decoded.append('\f');
            case 'n' -> decoded.append('\n');
            case 'r' -> decoded.append('\r');
            case 't' -> decoded.append('\t');
            case 'v' -> decoded.append('\u000B');
            case 'x' -> decoded.append(hexadecimal(begin, 2));
            case 'u' -> decoded.append(hexadecimal(begin, 4));
            case '\r' -> cursor.skip('\n'); // the line goes on behind its end
            case '\n', '\u2028', '\u2029' -> {}
            case Cursor.END -> throw new Json5Exception(begin, "an escape is not complete before the text ends");
            default -> other(begin, c, decoded);
        }
    }

    private void other(int begin, int c, StringBuilder decoded) {
        if (c == '0' && !Characters.isDigit(cursor.peek())) {
            decoded.append('\0');
        } else if (Characters.isDigit(c)) {
            throw new Json5Exception(begin, "an escape must not be a digit; write \\x and two hexadecimal digits");
        } else {
            decoded.appendCodePoint(c);
        }
    }

    private char hexadecimal(int begin, int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Characters.hexDigit(cursor.peek());
            if (digit < 0) {
                throw new Json5Exception(
                        begin,
                        "the escape \\" + (digits == 2 ? "x needs two" : "u needs four") + " hexadecimal digits");
            }
            cursor.next();
            value = value * 16 + digit;
        }
        return (char) value;
    }

    /** Reads the identifier that begins here. */
    String identifier() {
        int start = cursor.offset();
        StringBuilder decoded = new StringBuilder();
        for (int c = cursor.peek(); Characters.isInWord(c); c = cursor.peek()) {
            int begin = cursor.offset();
            cursor.next();
            int part = c == '\\' ? identifierEscape(begin) : c;
            if (decoded.length() == 0 ? !Characters.isIdentifierStart(part) : !Characters.isIdentifierPart(part)) {
                throw new Json5Exception(
                        start, "a key of other characters than letters, digits, _ and $ must be in quotes");
            }
            decoded.appendCodePoint(part);
        }
        return decoded.toString();
    }

    private int identifierEscape(int begin) {
        if (!cursor.skip('u')) {
            throw new Json5Exception(begin, "a key without quotes may only have the escape \\u with four digits");
        }
        return hexadecimal(begin, 4);
    }
}
