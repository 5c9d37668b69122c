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

    /** A word that only sentences have, as far as its ends and its length tell. */
    static final int SENTENCE_WORD = 1 << 8;

    /** A word that begins like a secret of a known shape. */
    static final int SECRET_START = 1 << 9;

    /** Random text, which no rule needs to look for again. */
    static final int RANDOM = 1 << 10;

    /** A colon behind a capital, as behind the name of a secret. */
    static final int CAPITAL_COLON = 1 << 11;

    /** A digit. */
    static final int ANY_DIGIT = 1 << 12;

    private static final int MIN_DIGITS = 6;
    private static final int MIN_WORDS = 5;
    private static final int MIN_HEX_WORD = 7;
    private static final int MAX_SHORT_WORD = 4;
    private static final int MIN_SHORT_WORDS = 3;

    private static final int BEHIND_DOT = 1;
    private static final int ANYWHERE = 2;
    private static final int IN_SENTENCES = 4;

    /** Which words are looked for where, by {@link WordSet#ends}. */
    private static final byte[] WANTED = new byte[WordSet.ENDS];

    static {
        WordSet.union(HostNames.WORDS, FileNames.LAST_WORDS).mark(WANTED, ANYWHERE);
        WordSet.union(HostNames.WORDS_BEHIND_DOT, FileNames.EXTENSIONS).mark(WANTED, BEHIND_DOT);
        Prose.SENTENCE_WORDS.mark(WANTED, IN_SENTENCES);
    }

    private Traits() {}

    /** Returns the traits of the text between the two indices, or 0 if a character of it cannot be in a label. */
    static int of(String text, int from, int to) {
        int traits = LABEL;
        int digits = 0;
        int words = 0;
        int shortWords = 0;
        int start = from;
        boolean hex = true; // so far the word has none but hexadecimal digits
        int random = 0;
        char last = '-';
        for (int at = from; at <= to; at++) {
            char c = at < to ? text.charAt(at) : '-';
            int sets = Ascii.sets(c);
            if (sets == 0) {
                return 0;
            }
            random = RandomText.sum(random, last, c);
            last = c;
            if (random >= RandomText.LIMIT && at < to) {
                traits |= RANDOM;
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
                | (digits > 0 ? ANY_DIGIT : 0)
                | (digits >= MIN_DIGITS ? DIGITS : 0)
                | (words >= MIN_WORDS ? WORDS : 0)
                | (shortWords >= MIN_SHORT_WORDS ? SHORT_HEX_WORDS : 0);
    }

    private static int ofWord(String text, int from, int start, int end) {
        int wanted = WANTED[WordSet.ends(text, start, end)];
        int traits = (wanted & IN_SENTENCES) != 0 ? SENTENCE_WORD : 0;
        if ((wanted & ANYWHERE) != 0 || (wanted & BEHIND_DOT) != 0 && start > from && text.charAt(start - 1) == '.') {
            traits |= NAME;
        }
        if (end - start > 1) {
            traits |= Secrets.mayBeginAt(text, start) ? SECRET_START : 0;
            traits |= Ascii.in(DIGIT, text.charAt(end - 1)) && isZeroLed(text, start, end) ? ZERO_LED : 0;
        }
        return traits;
    }

    private static boolean isZeroLed(String text, int start, int end) {
        return text.charAt(end - 2) == '0' || end - start > 2 && text.charAt(end - 3) == '0';
    }

    /** Tells whether traits are those of a value that may hold a secret of a known shape. */
    static boolean mayHoldSecret(int traits) {
        return (traits & (SECRET_START | CAPITAL_COLON)) != 0 || (traits & COLON) != 0 && (traits & DIGITS) != 0;
    }

    private static int ofSeparator(int sets, String text, int from, int at) {
        if ((sets & Ascii.COLON) != 0) {
            return Ascii.at(Ascii.UPPER, text, at - 1, from, at) ? COLON | CAPITAL_COLON : COLON;
        }
        boolean leading = (sets & Ascii.DOT) != 0 && !Ascii.at(Ascii.BASE64URL, text, at - 1, from, at);
        return leading ? NAME : 0;
    }
}
