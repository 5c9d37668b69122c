package ai.openclaw.diagnostics.json5;

/** Which characters JSON5 allows where. */
final class Characters {

    private static final int NO_BREAK_SPACE = 0xA0;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Characters() {}

    static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    }

    static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c >= NO_BREAK_SPACE && isRareSpace(c);
    }

    private static boolean isRareSpace(int c) {
        return c == NO_BREAK_SPACE
                || c == BYTE_ORDER_MARK
                || isLineEnd(c)
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    static boolean isIdentifierStart(int c) {
        return c == '$'
                || c == '_'
                || switch (Character.getType(c)) {
                    case Character.UPPERCASE_LETTER,
                            Character.LOWERCASE_LETTER,
                            Character.TITLECASE_LETTER,
                            Character.MODIFIER_LETTER,
                            Character.OTHER_LETTER,
                            Character.LETTER_NUMBER -> true;
                    default -> false;
                };
    }

    static boolean isIdentifierPart(int c) {
        return isIdentifierStart(c)
                || c == ZERO_WIDTH_NON_JOINER
                || c == ZERO_WIDTH_JOINER
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.CONNECTOR_PUNCTUATION -> true;
                    default -> false;
                };
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Returns the value of a hexadecimal digit, or -1. */
    static int hexDigit(int c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    /** Tells whether a word or number may go on with this character. */
    static boolean isInWord(int c) {
        return isIdentifierPart(c) || c == '\\' || c == '+' || c == '-' || c == '.';
    }
}
