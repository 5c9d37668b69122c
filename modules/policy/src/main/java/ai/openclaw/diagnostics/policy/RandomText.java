package ai.openclaw.diagnostics.policy;

/**
 * Finds random text by the pairs of characters in it: keys, tokens and ids of any vendor, without knowing the vendor.
 *
 * <p>Each pair has a score, the logarithm of how much likelier it is in random text than in names. The sum over names
 * falls and the sum over random text rises, so the greatest sum over any part of a value tells them apart (Page's
 * cumulative sum test, one pass). Eight characters of base 64 reach the limit four times in five, twelve nearly always.
 *
 * <p>Spared are names, also with digits and capitals in them ({@code Qwen3-235B-A22B}, {@code createPullRequest}): of
 * names that the table was not counted over, one in 500 is taken for random.
 */
final class RandomText {

    /** The sum from which on a text is random, in quarters of a nat: e^9, or 8,000 times as likely. */
    static final int LIMIT = 36;

    /** The length of the shortest word that does not count again. */
    private static final int MIN_REPEATED = 2;

    /** A change between lower case and capitals: frequent in base 64, in names only where words meet. */
    private static final int CHANGE_OF_CASE = 2;

    private static final int LETTERS = 26;
    private static final int DIGIT = 26;
    private static final int SEPARATOR = 27;
    private static final int CAPITAL = 32;
    private static final int SYMBOLS = 64;

    /**
     * The score of each pair: a row for the first character, a column for the second (a to z in any case, a digit, a
     * separator); {@code m} is 0, and each letter after it one quarter of a nat.
     */
    private static final String[] SCORES = {
        "mkjmyskykyrhjhvlyhiglsrqprwi", // a
        "hmsugwuyknyhuvhryjmtjyyypyyc", // b
        "jymsixyhoyihuyepykmfmyyyqyyi", // c
        "hprlcqtwhponttjsymnrovxusyyf", // d
        "kqlklpryuyqlkhsmufiisooltyyf", // e
        "gwuvjkyyeywfrvgmyknllyqymyyj", // f
        "murwcvmmhyyiqnkiyiosmxyxvyyg", // g
        "fwtrfrymhyxrsvhuriqinxyypyye", // h
        "nnillomymyskjdioyniiuoyrypyi", // i
        "fykufyyykmsxpykmsucuktpyyyxo", // j
        "lrtnftpwhxmpusptwsirmywysytb", // k
        "etsofuxygyvinyiqyvmljsywpyyg", // l
        "dkqsfxuyfxwnmrhjyypsmyyvoyxh", // m
        "juljhpiwixosumkryvhfooyvuyuf", // n
        "pnljxrnsrwnjkemiygmkknmruyyi", // o
        "hwsrgyumiywhtximyglhlyyyiyuj", // p
        "qyytyyyytyyhyyytmrsqdyayyyvl", // q
        "gqnoerpyiyormqgqymllkpxynyyf", // r
        "nvlqfrykkyroqsjmtvkentuypyyd", // s
        "iuorfrwjhyyqqtjpyhlmoxtylyye", // t
        "mmhhkpjylyyjkhvkyhghmyyoyyyl", // u
        "gytydvryfyqnwykyyxrtpmyyyymk", // v
        "iusscqxmhywrwlistkiqyymyyyyf", // w
        "mrjtltxulxypnxrhytsdyyympysc", // x
        "lnopnprsqvvlnkmfwokhstsxmtyc", // y
        "hyttctyrjyypuweyyurwgyxvmmyl", // z
        "yhyyxyyyyywyyyupyyyyyxyvyyla", // digit
        "jnillljplqqkjmnjolikolptxwom" // separator
    };

    private static final byte[] SYMBOL = symbols();
    private static final byte[] SCORE = scores();

    private RandomText() {}

    private static byte[] symbols() {
        byte[] symbols = new byte[128];
        for (char c = 0; c < symbols.length; c++) {
            boolean letter = Ascii.in(Ascii.LETTER, c);
            int capital = Ascii.in(Ascii.UPPER, c) ? CAPITAL : 0;
            int other = Ascii.in(Ascii.DIGIT, c) ? DIGIT : SEPARATOR;
            symbols[c] = (byte) (letter ? (c | 0x20) - 'a' + capital : other);
        }
        return symbols;
    }

    private static byte[] scores() {
        byte[] scores = new byte[SYMBOLS * SYMBOLS];
        for (int first = 0; first < SYMBOLS; first++) {
            for (int second = 0; second < SYMBOLS; second++) {
                int row = first % CAPITAL;
                int column = second % CAPITAL;
                if (row <= SEPARATOR && column <= SEPARATOR) {
                    boolean letters = row < LETTERS && column < LETTERS;
                    int ofCase = letters && first < CAPITAL != second < CAPITAL ? CHANGE_OF_CASE : 0;
                    scores[first * SYMBOLS + second] = (byte) (SCORES[row].charAt(column) - 'm' + ofCase);
                }
            }
        }
        return scores;
    }

    /** Tells whether there is random text anywhere between the two indices. */
    static boolean anyIn(String text, int from, int to) {
        int sum = 0;
        int last = SEPARATOR;
        for (int at = from; at < to; at++) {
            int next = symbol(text.charAt(at));
            sum = sum(sum, last, next);
            if (sum >= LIMIT) {
                return true;
            }
            last = next;
        }
        return false;
    }

    /**
     * Tells whether random text that {@link #anyIn} found is still there where a word that is there again does not count
     * again: {@code mcp__k8s__k8s_list_pods} says {@code k8s} once. Stops where it finds some, after a dozen random
     * characters.
     */
    static boolean anyInDistinctWords(String text, int from, int to) {
        int sum = 0;
        int last = SEPARATOR;
        int at = from;
        while (at < to) {
            int end = Ascii.endOfRun(Ascii.ALPHANUMERIC, text, at, to);
            boolean repeated = end - at >= MIN_REPEATED && isThereBefore(text, from, at, end);
            at = repeated ? end : at;
            for (; at < Math.min(end + 1, to); at++) { // the word, unless it is repeated, and the separator
                int next = symbol(text.charAt(at));
                sum = sum(sum, last, next);
                if (sum >= LIMIT) {
                    return true;
                }
                last = next;
            }
        }
        return false;
    }

    private static boolean isThereBefore(String text, int from, int word, int wordEnd) {
        int length = wordEnd - word;
        int at = from;
        while (at + length < word) {
            int end = Ascii.endOfRun(Ascii.ALPHANUMERIC, text, at, word);
            if (end - at == length && text.regionMatches(at, text, word, length)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    /** Returns the greatest sum of a part that ends with a symbol, from that of the part before; 0 if it would be less. */
    static int sum(int before, int last, int next) {
        return Math.max(0, before + SCORE[last * SYMBOLS + next]);
    }

    /** Returns the score of two characters in a row. */
    static int score(char first, char second) {
        return SCORE[symbol(first) * SYMBOLS + symbol(second)];
    }

    /** Returns the number of a character among those that pairs are counted of. */
    static int symbol(char c) {
        return c < 128 ? SYMBOL[c] : SEPARATOR;
    }
}
