package ai.openclaw.diagnostics.policy;

/**
 * Finds sentences whose blanks became separators: five words or more, two of which only sentences have, one of them a word
 * such as {@code the}, {@code bitte} or {@code para}; and lists of twelve words, as keys of wallets are. Spared are long names
 * of tools and models, which join nouns and verbs ({@code add_comment_to_pending_review}).
 */
final class Prose {

    static final WordSet SENTENCE_WORDS = WordSet.of("""
            are can could does his her how i is me my our please shall should that the their this was we were what when where
            who why will would you your
            bitte dich dir eine einem einen ich kannst mein meine meinem meinen mich mir nicht sind und warum
            moi mon nous peux pour quel quelle une votre vous
            para puedes quiero una
            mia mio puoi sono
            een jouw mijn voor waarom
            meu minha voce
            mojego prosze
            bana bir lutfen
            """);

    private static final WordSet JOINING_WORDS = WordSet.of("""
            a am an and at be do for from if in it not of or to up with
            al als as das dem den der die du el en est et favor il ist je la las le les lo los mi os por que te tu un wie
            """);

    /** How many words of letters a name has at most. */
    static final int MAX_LETTER_WORDS = 11;

    private static final int MIN_WORDS = 5;

    private Prose() {}

    /** Tells whether the text between the two indices reads like a sentence. */
    static boolean is(String text, int from, int to) {
        int words = 0;
        int joining = 0;
        int certain = 0;
        int ofLetters = 0;
        int at = from;
        while (at < to) {
            int end = Ascii.endOfRun(Ascii.ALPHANUMERIC, text, at, to);
            words += end > at ? 1 : 0;
            ofLetters += end > at && Ascii.endOfRun(Ascii.LETTER, text, at, to) == end ? 1 : 0;
            certain += SENTENCE_WORDS.contains(text, at, end) ? 1 : 0;
            joining += JOINING_WORDS.contains(text, at, end) ? 1 : 0;
            at = end + 1;
        }
        return ofLetters > MAX_LETTER_WORDS || words >= MIN_WORDS && certain > 0 && certain + joining > 1;
    }
}
