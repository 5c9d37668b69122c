package ai.openclaw.diagnostics.policy;

/**
 * Finds sentences whose blanks became separators: five words or more, two of which only sentences have, one of them a word
 * such as {@code the}, {@code is} or {@code my}. Spared are long names of tools and models, which join nouns and verbs
 * ({@code add_comment_to_pending_review}).
 */
final class Prose {

    static final WordSet SENTENCE_WORDS = WordSet.of("are can could does his her how i is me my our please shall"
            + " should that the their this was we were what when where who why will would you your");

    private static final WordSet JOINING_WORDS = WordSet.of("a am an at be do for from if in it not of or to up with");

    private static final int MIN_WORDS = 5;

    private Prose() {}

    /** Tells whether the text between the two indices reads like a sentence. */
    static boolean is(String text, int from, int to) {
        int words = 0;
        int joining = 0;
        int certain = 0;
        int at = from;
        while (at < to) {
            int end = Ascii.endOfRun(Ascii.ALPHANUMERIC, text, at, to);
            words += end > at ? 1 : 0;
            certain += SENTENCE_WORDS.contains(text, at, end) ? 1 : 0;
            joining += JOINING_WORDS.contains(text, at, end) ? 1 : 0;
            at = end + 1;
        }
        return words >= MIN_WORDS && certain > 0 && certain + joining > 1;
    }
}
