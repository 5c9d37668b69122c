package ai.openclaw.diagnostics.policy;

import java.util.Objects;
import java.util.stream.Stream;

/** Lower-case ASCII words, looked up as parts of a text in any case and without allocation. */
final class WordSet {

    /** Folds capitals to lower case; what it makes of other characters of a label is in no word. */
    private static final int FOLD = 0x20;

    static final int ENDS = 1 << 14;

    private final String[] slots;

    /** Which combinations of first character, last character and length occur, as bits. */
    private final long[] ends = new long[ENDS / Long.SIZE];

    private WordSet(String[] words) {
        slots = new String[Integer.highestOneBit(words.length) * 4];
        for (String word : words) {
            int key = ends(word, 0, word.length());
            ends[key >>> 6] |= 1L << key;
            int slot = hash(word, 0, word.length());
            while (slot(slot) != null) {
                slot++;
            }
            slots[slot & slots.length - 1] = word;
        }
    }

    /** Returns the set of words that white space separates. */
    static WordSet of(String words) {
        return new WordSet(words.strip().split("\\s+"));
    }

    /** Returns the set of the words of all these. */
    static WordSet union(WordSet... sets) {
        return new WordSet(Stream.of(sets)
                .flatMap(set -> Stream.of(set.slots))
                .filter(Objects::nonNull)
                .toArray(String[]::new));
    }

    private boolean mayContain(String text, int from, int to) {
        int key = ends(text, from, to);
        return (ends[key >>> 6] & 1L << key) != 0;
    }

    boolean contains(String text, int from, int to) {
        if (to == from || !mayContain(text, from, to)) {
            return false;
        }
        int slot = hash(text, from, to);
        for (String word = slot(slot); word != null; word = slot(++slot)) {
            if (word.length() == to - from && isAt(text, from, word)) {
                return true;
            }
        }
        return false;
    }

    private String slot(int slot) {
        return slots[slot & slots.length - 1];
    }

    /** Marks in a table by {@link #ends} which words may be in this set. */
    void mark(int[] table, int bit) {
        for (int key = 0; key < table.length; key++) {
            table[key] |= (ends[key >>> 6] & 1L << key) != 0 ? bit : 0;
        }
    }

    /** A number below {@link #ENDS} for a word, by its first and last character and its length. */
    static int ends(String text, int from, int to) {
        return (text.charAt(from) & 31) << 9 | (text.charAt(to - 1) & 31) << 4 | to - from & 15;
    }

    private static int hash(String text, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + (text.charAt(at) | FOLD);
        }
        return hash ^ hash >>> 7;
    }

    private static boolean isAt(String text, int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if ((text.charAt(from + i) | FOLD) != (word.charAt(i) | FOLD)) {
                return false;
            }
        }
        return true;
    }
}
