package ai.openclaw.diagnostics.policy;

import static ai.openclaw.diagnostics.policy.Ascii.DIGIT;
import static ai.openclaw.diagnostics.policy.Ascii.LETTER;
import static ai.openclaw.diagnostics.policy.Ascii.LOWER;
import static ai.openclaw.diagnostics.policy.Ascii.WORD;

/**
 * Finds names of secrets before a colon, such as {@code API_KEY:…}. An upper-case name is enough; a name in any case needs
 * a value of six characters with a digit ({@code password:hunter2}), so that {@code token:expired} is spared.
 */
final class SecretAssignments {

    private static final WordSet NAMES = WordSet.of("key keys token tokens secret secrets password passwd pwd pass"
            + " passphrase pin credential credentials auth bearer basic cookie apikey pw psk otp passwort kennwort"
            + " contrasena senha wachtwoord haslo mdp");
    private static final int MIN_VALUE = 6;

    private SecretAssignments() {}

    /** Tells whether the name of a secret ends right before {@code colon}; the last letter alone rules out most. */
    static boolean nameEndsAt(String text, int from, int colon) {
        boolean plural = colon - from > 1 && text.charAt(colon - 1) == 'S';
        return isNamed(text, from, plural ? colon - 1 : colon);
    }

    private static boolean isNamed(String text, int from, int colon) {
        return switch (colon > from ? text.charAt(colon - 1) : ':') {
            case 'Y' -> isName("KEY", text, from, colon);
            case 'N' -> isName("TOKEN", text, from, colon);
            case 'T' -> isName("SECRET", text, from, colon);
            case 'D' ->
                isName("PASSWORD", text, from, colon)
                        || isName("PASSWD", text, from, colon)
                        || isName("PWD", text, from, colon);
            case 'C' -> isName("CVC", text, from, colon);
            case 'V' -> isName("CVV", text, from, colon);
            case 'R' -> isName("CARD", "NUMBER", text, from, colon);
            case 'E' -> isName("SECURITY", "CODE", text, from, colon) || isName("PASSPHRASE", text, from, colon);
            case 'L' -> isName("CREDENTIAL", text, from, colon);
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

    /** Tells whether a value that looks like a secret is behind a name in any case. */
    static boolean anyIn(String text, int from, int to) {
        for (int at = from; at < to - MIN_VALUE; at++) {
            if (text.charAt(at) == ':'
                    && NAMES.contains(text, startOfLetters(text, from, at), at)
                    && isValue(text, at + 1, to)) {
                return true;
            }
        }
        return false;
    }

    private static int startOfLetters(String text, int from, int end) {
        int start = end;
        while (start > from && Ascii.in(LETTER, text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isValue(String text, int at, int to) {
        int end = Ascii.endOfRun(Ascii.BASE64URL, text, at, to);
        int digit = at;
        while (digit < end && !Ascii.in(DIGIT, text.charAt(digit))) {
            digit++;
        }
        return end - at >= MIN_VALUE && digit < end;
    }
}
