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

    /** A word with six or more digits, or six or more in all of which some are joined by a separator. */
    static final int DIGITS = 1 << 2;

    /** A word of seven or more hexadecimal digits, of 32 or more if none is a letter. */
    static final int HEX_WORD = 1 << 3;

    /** Three or more words of up to four hexadecimal digits that the same separator joins, as in addresses. */
    static final int SHORT_HEX_WORDS = 1 << 4;

    /** A word that machines are called, as far as its ends and its length tell, or that ends in a number with a leading zero. */
    static final int MACHINE = 1 << 5;

    /** A domain behind a dot, as far as its ends and its length tell. */
    static final int DOMAIN = 1 << 6;

    /** As above, an extension behind a dot; or a name behind a leading dot. */
    static final int EXTENSION = 1 << 16;

    /** As above, the last word of the name of a file. */
    static final int FILE = 1 << 17;

    /** Five or more words. */
    static final int WORDS = 1 << 7;

    /** A word that only sentences have, as far as its ends and its length tell, or more words than names have. */
    static final int SENTENCE_WORD = 1 << 8;

    /** A word that begins like a secret of a known shape. */
    static final int SECRET_START = 1 << 9;

    /** Random text, if no word of it is there twice. */
    static final int RANDOM = 1 << 10;

    /** A colon behind a capital, as behind the name of a secret. */
    static final int CAPITAL_COLON = 1 << 11;

    /** A digit. */
    static final int ANY_DIGIT = 1 << 12;

    /** A colon behind six digits. */
    static final int DIGITS_COLON = 1 << 14;

    /** A word of twelve or more characters, as UUIDs end in. */
    static final int LONG_WORD = 1 << 19;

    /** A word that conversations are called, as far as its ends and its length tell, or a colon behind a {@code t}. */
    static final int SESSION = 1 << 20;

    /** As above, the word {@code at}. */
    static final int AT = 1 << 21;

    /** Digits that a separator joins. */
    private static final int JOINED_DIGITS = 1 << 18;

    /** A digit behind a colon, or two colons in a row. */
    static final int PORT = 1 << 15;

    /** Exactly two words. */
    static final int PAIR = 1 << 13;

    private static final int MIN_DIGITS = 6;
    private static final int MIN_LONG_WORD = 12;
    private static final int MIN_WORDS = 5;
    private static final int MIN_HEX_WORD = 7;
    private static final int MIN_PLAIN_HEX = 32;
    private static final int MAX_SHORT_WORD = 4;
    private static final int MIN_SHORT_WORDS = 3;

    /** In {@link #CHARACTERS}, a hexadecimal digit; its symbol in {@link RandomText} begins at bit {@link #SYMBOL}. */
    private static final int HEX = 1 << 8;

    private static final int SYMBOL = 16;
    private static final int ALL = -1;

    /** What is before the first character and behind the last one. */
    private static final int NOTHING = RandomText.symbol('-') << SYMBOL;

    private static final int T = RandomText.symbol('t');
    private static final int CAPITAL_T = RandomText.symbol('T');

    /** For each character of a label the sets that it is in, and its symbol; 0 for others. */
    private static final int[] CHARACTERS = characters();

    private static final int ANYWHERE = MACHINE | FILE | SENTENCE_WORD | SESSION | AT;
    private static final int BEHIND_DOT = DOMAIN | EXTENSION;

    /** Which traits words are of, by {@link WordSet#ends}. */
    private static final int[] WANTED = new int[WordSet.ENDS];

    static {
        HostNames.WORDS.mark(WANTED, MACHINE);
        HostNames.WORDS_BEHIND_DOT.mark(WANTED, DOMAIN);
        HostNames.AT.mark(WANTED, AT);
        FileNames.EXTENSIONS.mark(WANTED, EXTENSION);
        FileNames.WORDS.mark(WANTED, FILE);
        SessionKeys.CONVERSATIONS.mark(WANTED, SESSION);
        Prose.SENTENCE_WORDS.mark(WANTED, SENTENCE_WORD);
    }

    private Traits() {}

    private static int[] characters() {
        int[] characters = new int[128];
        for (char c = 0; c < characters.length; c++) {
            if (Ascii.in(Ascii.LABEL, c)) {
                characters[c] = Ascii.sets(c) | (Ascii.in(Ascii.HEX, c) ? HEX : 0) | RandomText.symbol(c) << SYMBOL;
            }
        }
        return characters;
    }

    /** Returns the traits of the text between the two indices, or 0 if a character of it cannot be in a label. */
    static int of(String text, int from, int to) {
        int traits = LABEL;
        int digits = 0;
        int digitsBefore = 0; // the word
        int words = 0;
        int shortWords = 0; // in a row, with the same separator between them
        int joint = 0; // before the word
        int start = from;
        int common = ALL; // the sets that all characters of the word so far are in
        int random = 0;
        int mostRandom = 0;
        int last = NOTHING;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            int character = c < 128 ? CHARACTERS[c] : 0;
            if (character == 0) {
                return 0;
            }
            random = RandomText.sum(random, last >>> SYMBOL, character >>> SYMBOL);
            mostRandom = Math.max(mostRandom, random);
            int before = last;
            last = character;
            if ((character & Ascii.SEPARATOR) == 0) {
                digits += character & DIGIT;
                common &= character;
                continue;
            }
            if (at > start) {
                traits |= ofWord(text, from, start, at, common) | ofDigits(digits - digitsBefore);
                words++;
                shortWords = isShortHex(common, at - start) ? shortWords + 1 : 0;
                traits |= shortWords >= MIN_SHORT_WORDS ? SHORT_HEX_WORDS : 0;
            }
            traits |= ofSeparator(character, before, text, from, at, to);
            shortWords = character == joint ? shortWords : Math.min(shortWords, 1);
            joint = character;
            digitsBefore = digits;
            start = at + 1;
            common = ALL;
        }
        if (to > start) {
            traits |= ofWord(text, from, start, to, common) | ofDigits(digits - digitsBefore);
            words++;
            shortWords = isShortHex(common, to - start) ? shortWords + 1 : 0;
        }
        return traits
                | (mostRandom >= RandomText.LIMIT ? RANDOM : 0)
                | (digits > 0 ? ANY_DIGIT : 0)
                | ((traits & JOINED_DIGITS) != 0 ? ofDigits(digits) : 0)
                | (words == 2 ? PAIR : 0)
                | (words >= MIN_WORDS ? WORDS : 0)
                | (words > Prose.MAX_LETTER_WORDS ? SENTENCE_WORD : 0)
                | (shortWords >= MIN_SHORT_WORDS ? SHORT_HEX_WORDS : 0);
    }

    private static int ofDigits(int count) {
        return count >= MIN_DIGITS ? DIGITS : 0;
    }

    private static boolean isShortHex(int common, int length) {
        return (common & HEX) != 0 && length <= MAX_SHORT_WORD;
    }

    private static int ofWord(String text, int from, int start, int end, int common) {
        boolean behindDot = start > from && text.charAt(start - 1) == '.';
        int traits = WANTED[WordSet.ends(text, start, end)] & (behindDot ? ANYWHERE | BEHIND_DOT : ANYWHERE);
        if ((common & HEX) != 0 && end - start >= ((common & DIGIT) != 0 ? MIN_PLAIN_HEX : MIN_HEX_WORD)) {
            traits |= HEX_WORD;
        }
        traits |= end - start >= MIN_LONG_WORD ? LONG_WORD : 0;
        if (end - start > 1) {
            traits |= Secrets.mayBeginAt(text, start) ? SECRET_START : 0;
            traits |= Ascii.in(DIGIT, text.charAt(end - 1)) && isZeroLed(text, start, end) ? MACHINE : 0;
        }
        return traits;
    }

    private static boolean isZeroLed(String text, int start, int end) {
        return text.charAt(end - 2) == '0' || end - start > 2 && text.charAt(end - 3) == '0';
    }

    /** Tells whether traits are those of a value that may hold a secret of a known shape. */
    static boolean mayHoldSecret(int traits) {
        return (traits & (SECRET_START | CAPITAL_COLON | DIGITS_COLON)) != 0;
    }

    private static int ofSeparator(int separator, int before, String text, int from, int at, int to) {
        int traits = 0;
        if ((before & DIGIT) != 0) {
            traits = Ascii.at(DIGIT, text, at + 1, from, to) ? JOINED_DIGITS : 0;
            traits |= (separator & Ascii.COLON) != 0 && areDigits(text, at - MIN_DIGITS, from) ? DIGITS_COLON : 0;
        }
        if ((separator & Ascii.COLON) != 0) {
            traits |= (before & Ascii.UPPER) != 0 ? COLON | CAPITAL_COLON : COLON;
            traits |= before >>> SYMBOL == T || before >>> SYMBOL == CAPITAL_T ? SESSION : 0;
            return Ascii.at(DIGIT | Ascii.COLON, text, at + 1, from, to) ? traits | PORT : traits;
        }
        return (separator & Ascii.DOT) != 0 && (before & Ascii.BASE64URL) == 0 ? traits | EXTENSION : traits;
    }

    private static boolean areDigits(String text, int at, int from) {
        return at >= from && Ascii.all(DIGIT, text, at, at + MIN_DIGITS);
    }
}
