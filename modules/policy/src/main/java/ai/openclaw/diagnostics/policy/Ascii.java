package ai.openclaw.diagnostics.policy;

/** Sets of ASCII characters, as bits of one table; whatever is not ASCII is in none of them. */
final class Ascii {

    static final int DIGIT = 1;
    static final int UPPER = 2;
    static final int LOWER = 4;
    static final int UNDERSCORE = 8;
    static final int DASH = 16;
    static final int DOT = 32;
    static final int HEX_LETTER = 64;
    static final int COLON = 128;

    static final int ALPHANUMERIC = DIGIT | UPPER | LOWER;
    static final int UPPER_ALPHANUMERIC = DIGIT | UPPER;
    static final int WORD = ALPHANUMERIC | UNDERSCORE;
    static final int UPPER_WORD = UPPER_ALPHANUMERIC | UNDERSCORE;
    static final int ALPHANUMERIC_DASH = ALPHANUMERIC | DASH;
    static final int BASE64URL = WORD | DASH;
    static final int HEX = DIGIT | HEX_LETTER;
    static final int LETTER = UPPER | LOWER;
    static final int SEPARATOR = UNDERSCORE | DASH | DOT | COLON;

    /** What a label value may consist of. */
    static final int LABEL = ALPHANUMERIC | SEPARATOR;

    private static final int CASE_BIT = 'a' ^ 'A';
    private static final byte[] TABLE = new byte[128];

    static {
        mark("0123456789", DIGIT);
        mark("ABCDEFGHIJKLMNOPQRSTUVWXYZ", UPPER);
        mark("abcdefghijklmnopqrstuvwxyz", LOWER);
        mark("abcdefABCDEF", HEX_LETTER);
        mark("_", UNDERSCORE);
        mark("-", DASH);
        mark(".", DOT);
        mark(":", COLON);
    }

    private Ascii() {}

    private static void mark(String characters, int set) {
        characters.chars().forEach(c -> TABLE[c] |= (byte) set);
    }

    static boolean in(int set, char c) {
        return c < 128 && (TABLE[c] & set) != 0;
    }

    /** Tells whether a prefix is at {@code from}, which together with it is within the text. */
    static boolean beginsWith(boolean anyCase, String prefix, String text, int from) {
        for (int i = 0; i < prefix.length(); i++) {
            char c = text.charAt(from + i);
            int difference = c ^ prefix.charAt(i);
            if (difference != 0 && !(anyCase && difference == CASE_BIT && in(UPPER | LOWER, c))) {
                return false;
            }
        }
        return true;
    }

    /** Returns where the run of characters of a set that begins at {@code from} ends, at most {@code to}. */
    static int endOfRun(int set, String text, int from, int to) {
        int at = from;
        while (at < to && in(set, text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the sets that a character is in, or 0. */
    static int sets(char c) {
        return c < 128 ? TABLE[c] & 0xFF : 0;
    }

    /** Tells whether the character at an index, if there is one between the two others, is of a set. */
    static boolean at(int set, String text, int at, int from, int to) {
        return at >= from && at < to && in(set, text.charAt(at));
    }

    /** Tells whether the characters are all of a set. */
    static boolean all(int set, String text, int from, int to) {
        return endOfRun(set, text, from, to) == to;
    }
}
