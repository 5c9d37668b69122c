package ai.openclaw.diagnostics.policy;

import static ai.openclaw.diagnostics.policy.Ascii.LOWER;
import static ai.openclaw.diagnostics.policy.Ascii.WORD;

/** Finds names of secrets before a colon, such as {@code API_KEY:…}; only upper-case words are such names. */
final class SecretAssignments {

    private SecretAssignments() {}

    /** Tells whether the name of a secret ends right before {@code colon}; the last letter alone rules out most. */
    static boolean nameEndsAt(String text, int from, int colon) {
        return switch (colon > from ? text.charAt(colon - 1) : ':') {
            case 'Y' -> isName("KEY", text, from, colon);
            case 'N' -> isName("TOKEN", text, from, colon);
            case 'T' -> isName("SECRET", text, from, colon);
            case 'D' -> isName("PASSWORD", text, from, colon) || isName("PASSWD", text, from, colon);
            case 'C' -> isName("CVC", text, from, colon);
            case 'V' -> isName("CVV", text, from, colon);
            case 'R' -> isName("CARD", "NUMBER", text, from, colon);
            case 'E' -> isName("SECURITY", "CODE", text, from, colon);
            case 'L' -> isName("PAYMENT", "CREDENTIAL", text, from, colon);
            default -> false;
        };
    }

    /** A name of two words, which may also be joined by an underscore or a dash. */
    private static boolean isName(String first, String second, String text, int from, int end) {
        int middle = end - second.length();
        if (middle <= from || !text.startsWith(second, middle)) {
            return false;
        }
        char joint = text.charAt(middle - 1);
        return isName(first, text, from, joint == '_' || joint == '-' ? middle - 1 : middle);
    }

    /** A name is the end of a word of which no letter is lower-case. */
    private static boolean isName(String name, String text, int from, int end) {
        int start = end - name.length();
        if (start < from || !text.startsWith(name, start)) {
            return false;
        }
        while (start > from && Ascii.in(WORD & ~LOWER, text.charAt(start - 1))) {
            start--;
        }
        return start == from || !Ascii.in(LOWER, text.charAt(start - 1));
    }
}
