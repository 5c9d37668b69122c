package ai.openclaw.diagnostics.policy;

import static ai.openclaw.diagnostics.policy.Ascii.DIGIT;

/**
 * What one pass over a value finds out, as bits: a rule that needs a trait which the value does not have is passed over,
 * so that an ordinary name pays for few of them. A trait says only that a rule must look.
 */
final class Traits {

    /** The value is a label; without this bit it is none, and no other is set. */
    static final int LABEL = 1;

    static final int COLON = 1 << 1;

    /** Six or more digits in all. */
    static final int DIGITS = 1 << 2;

    /** A word of seven or more hexadecimal digits. */
    static final int HEX_WORD = 1 << 3;

    /** Three or more words of up to four hexadecimal digits, as addresses have. */
    static final int SHORT_HEX_WORDS = 1 << 4;

    /** A word that ends in a number with a leading zero. */
    static final int ZERO_LED = 1 << 5;

    /** A word that hosts or files are called, as far as its ends and its length tell, or a name behind a leading dot. */
    static final int NAME = 1 << 6;

    /** Five or more words. */
    static final int WORDS = 1 << 7;

    private static final int MIN_DIGITS = 6;
    private static final int MIN_WORDS = 5;
    private static final int MIN_HEX_WORD = 7;
    private static final int MAX_SHORT_WORD = 4;
    private static final int MIN_SHORT_WORDS = 3;

    private static final WordSet NAMES = WordSet.union(HostNames.WORDS, FileNames.LAST_WORDS);
    private static final WordSet NAMES_BEHIND_DOT = WordSet.union(HostNames.WORDS_BEHIND_DOT, FileNames.EXTENSIONS);

    private Traits() {}

    /** Returns the traits of the text between the two indices, or 0 if a character of it cannot be in a label. */
    static int of(String text, int from, int to) {
        int traits = LABEL;
        int digits = 0;
        int words = 0;
        int shortWords = 0;
        int start = from;
        boolean hex = true; // so far the word has none but hexadecimal digits
        for (int at = from; at <= to; at++) {
            int sets = at < to ? Ascii.sets(text.charAt(at)) : Ascii.SEPARATOR;
            if (sets == 0) {
                return 0;
            }
            if ((sets & Ascii.SEPARATOR) != 0) {
                if (at > start) {
                    traits |= ofWord(text, from, start, at) | (hex && at - start >= MIN_HEX_WORD ? HEX_WORD : 0);
                    words++;
                    shortWords += hex && at - start <= MAX_SHORT_WORD ? 1 : 0;
                }
                if (at < to) {
                    traits |= ofSeparator(sets, text, from, at);
                }
                start = at + 1;
                hex = true;
            } else {
                digits += sets & DIGIT;
                hex &= (sets & Ascii.HEX) != 0;
            }
        }
        return traits
                | (digits >= MIN_DIGITS ? DIGITS : 0)
                | (words >= MIN_WORDS ? WORDS : 0)
                | (shortWords >= MIN_SHORT_WORDS ? SHORT_HEX_WORDS : 0);
    }

    private static int ofWord(String text, int from, int start, int end) {
        boolean dotted = start > from && text.charAt(start - 1) == '.';
        int traits = NAMES.mayContain(text, start, end) || dotted && NAMES_BEHIND_DOT.mayContain(text, start, end)
                ? NAME
                : 0;
        return end - start > 1 && Ascii.in(DIGIT, text.charAt(end - 1)) && isZeroLed(text, start, end)
                ? traits | ZERO_LED
                : traits;
    }

    private static boolean isZeroLed(String text, int start, int end) {
        return text.charAt(end - 2) == '0' || end - start > 2 && text.charAt(end - 3) == '0';
    }

    private static int ofSeparator(int sets, String text, int from, int at) {
        if ((sets & Ascii.COLON) != 0) {
            return COLON;
        }
        boolean leading = (sets & Ascii.DOT) != 0 && !Ascii.at(Ascii.BASE64URL, text, at - 1, from, at);
        return leading ? NAME : 0;
    }
}
