package ai.openclaw.diagnostics.policy;

/** Lower-case ASCII words, looked up as parts of a text in any case and without allocation. */
final class WordSet {

    private static final int CASE_BIT = 'a' ^ 'A';

    private final String[] slots;
    private final int longest;

    private WordSet(String[] words) {
        slots = new String[Integer.highestOneBit(words.length) * 4];
        int length = 0;
        for (String word : words) {
            length = Math.max(length, word.length());
            int slot = hash(word, 0, word.length());
            while (slots[slot & slots.length - 1] != null) {
                slot++;
            }
            slots[slot & slots.length - 1] = word;
        }
        longest = length;
    }

    /** Returns the set of words that white space separates. */
    static WordSet of(String words) {
        return new WordSet(words.strip().split("\\s+"));
    }

    boolean contains(String text, int from, int to) {
        if (to - from > longest) {
            return false;
        }
        int slot = hash(text, from, to);
        for (String word = word(slot); word != null; word = word(++slot)) {
            if (word.length() == to - from && text.regionMatches(true, from, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private String word(int slot) {
        return slots[slot & slots.length - 1];
    }

    private static int hash(String text, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + (text.charAt(at) | CASE_BIT);
        }
        return hash ^ hash >>> 7;
    }
}
