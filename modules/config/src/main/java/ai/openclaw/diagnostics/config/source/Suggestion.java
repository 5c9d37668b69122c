package ai.openclaw.diagnostics.config.source;

import ai.openclaw.diagnostics.json5.Quoting;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known name that an unknown one may be a misspelling of. */
public final class Suggestion {

    private static final int MAX_COMPARED = 64;
    private static final int LETTERS_PER_MISTAKE = 5;

    private Suggestion() {}

    /** Returns the id that an unknown one is most likely a misspelling of, or null; stricter than {@link #nearest}. */
    public static @Nullable String nearMiss(String unknown, Collection<String> ids) {
        return ids.stream()
                .filter(id -> distance(unknown.strip(), id) <= id.length() / LETTERS_PER_MISTAKE)
                .findFirst()
                .orElse(null);
    }

    /** Returns the name that differs least from an unknown one, or null if none is like it. */
    public static @Nullable String nearest(String unknown, List<String> names) {
        String nearest = null;
        int least = Math.max(1, unknown.length() / 3) + 1;
        for (String name : names) {
            int distance = distance(unknown, name);
            if (distance < least) {
                nearest = name;
                least = distance;
            }
        }
        return nearest;
    }

    /** Counts the letters to insert, leave out, change or swap with the next, in any case. */
    static int distance(String one, String other) {
        String a = Quoting.cut(one, MAX_COMPARED).toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
