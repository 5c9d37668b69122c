package ai.openclaw.diagnostics.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * The upper bounds of a histogram, ascending, each with its text in the label {@code le}.
 *
 * <p>The text is part of a series' identity in Prometheus: {@code le="1"} and {@code le="1.0"} are two series. So
 * bounds are given as text, and their numbers are read from it, never the other way round.
 */
public final class Buckets {

    /** Durations: 5 ms to 10 minutes. */
    public static final Buckets SECONDS = of(
            "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "30", "60", "120", "300",
            "600");

    /** Token counts: powers of four up to 4<sup>10</sup>. */
    public static final Buckets TOKENS = powersOfFour(1, 10);

    /** Sizes: 1 KiB times powers of four up to 16 GiB. */
    public static final Buckets BYTES = powersOfFour(1024, 12);

    private final double[] bounds;
    private final List<String> texts;

    private Buckets(double[] bounds, List<String> texts) {
        this.bounds = bounds;
        this.texts = texts;
    }

    /**
     * Returns buckets with these upper bounds; the bucket for {@code +Inf} is implied.
     *
     * @throws CatalogException if a text is not a finite number or the bounds do not ascend
     */
    public static Buckets of(String... texts) {
        double[] bounds = new double[texts.length];
        for (int i = 0; i < texts.length; i++) {
            bounds[i] = number(texts[i]);
            if (i > 0 && !(bounds[i] > bounds[i - 1])) {
                throw new CatalogException("buckets: " + texts[i] + " does not ascend from " + texts[i - 1]);
            }
        }
        return new Buckets(bounds, List.of(texts));
    }

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) { // +Inf is implied, NaN ascends from nothing
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new CatalogException("buckets: \"" + text + "\" is not a finite number");
    }

    private static Buckets powersOfFour(long first, int last) {
        List<String> texts = new ArrayList<>();
        for (int k = 0; k <= last; k++) {
            texts.add(Long.toString(first << 2 * k));
        }
        return of(texts.toArray(String[]::new));
    }

    /** Returns how many finite upper bounds there are; there is one bucket more, for {@code +Inf}. */
    public int size() {
        return bounds.length;
    }

    /** Returns the texts of the finite bounds in {@code le}, ascending. */
    public List<String> texts() {
        return texts;
    }

    /** Returns the finite upper bound at this index. */
    public double bound(int index) {
        return bounds[index];
    }

    /**
     * Returns the index of the first bucket whose upper bound is not below the value, or {@link #size()} for the
     * bucket of {@code +Inf}. Bounds are inclusive, as {@code le} says.
     */
    public int indexOf(double value) {
        double[] b = bounds;
        int low = 0;
        int high = b.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (b[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
