package ai.openclaw.diagnostics.policy;

import static ai.openclaw.diagnostics.policy.Ascii.UPPER_WORD;
import static ai.openclaw.diagnostics.policy.Ascii.WORD;

import java.util.List;

/** Finds names of secrets before a colon, such as {@code API_KEY:…}; only upper-case words are such names. */
final class SecretAssignments {

    private static final List<String> ONE_WORD = List.of("KEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD", "CVC", "CVV");

    /** Names of two words, which may also be joined by an underscore or a dash. */
    private static final List<List<String>> TWO_WORDS =
            List.of(List.of("CARD", "NUMBER"), List.of("SECURITY", "CODE"), List.of("PAYMENT", "CREDENTIAL"));

    private SecretAssignments() {}

    /** Tells whether the name of a secret ends right before {@code colon}. */
    static boolean nameEndsAt(String text, int from, int colon) {
        int word = startOfUpperWord(text, from, colon);
        if (word < 0) {
            return false;
        }
        for (String name : ONE_WORD) {
            if (endsWith(name, text, word, colon)) {
                return true;
            }
        }
        for (List<String> name : TWO_WORDS) {
            if (endsWith(name.get(1), text, word, colon)
                    && isPrecededBy(
                            name.get(0), text, from, word, colon - name.get(1).length())) {
                return true;
            }
        }
        return false;
    }

    /** The first of two words ends right here, or before an underscore, or before a dash that ends another word. */
    private static boolean isPrecededBy(String first, String text, int from, int word, int end) {
        if (endsWith(first, text, word, end)) {
            return true;
        }
        if (end > word) {
            return text.charAt(end - 1) == '_' && endsWith(first, text, word, end - 1);
        }
        int dash = end - 1;
        int earlier = dash > from && text.charAt(dash) == '-' ? startOfUpperWord(text, from, dash) : -1;
        return earlier >= 0 && endsWith(first, text, earlier, dash);
    }

    /** Returns where the word that ends at {@code end} begins, or -1 if it is empty or not all upper-case. */
    private static int startOfUpperWord(String text, int from, int end) {
        int start = end;
        while (start > from && Ascii.in(WORD, text.charAt(start - 1))) {
            if (!Ascii.in(UPPER_WORD, text.charAt(start - 1))) {
                return -1;
            }
            start--;
        }
        return start < end ? start : -1;
    }

    private static boolean endsWith(String suffix, String text, int from, int end) {
        int start = end - suffix.length();
        return start >= from && text.startsWith(suffix, start);
    }
}
