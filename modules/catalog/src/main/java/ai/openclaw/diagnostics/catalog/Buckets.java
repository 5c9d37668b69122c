package ai.openclaw.diagnostics.catalog;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** Ratios: 1 % to 16. */
    public static final Buckets RATIOS = of("0.01", "0.05", "0.1", "0.25", "0.5", "0.75", "1", "2", "4", "8", "16");

    /**
     * What is left of a double are its exponent and four bits of its fraction: positive numbers in such a cell differ by
     * a sixteenth at most, and cells ascend with their numbers. So a cell says where to look, without a search.
     */
    private static final int CELL_SHIFT = 48;

    private final double[] bounds;
    private final List<String> texts;
    private final int lowestCell;
    private final short[] first;

    private Buckets(double[] bounds, List<String> texts) {
        this.bounds = bounds;
        this.texts = texts;
        this.lowestCell =
                cellOf(Arrays.stream(bounds).filter(it -> it > 0).findFirst().orElse(1));
        this.first = first(bounds, lowestCell);
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
        int index = first[cell(value)];
        while (index < bounds.length && bounds[index] < value) {
            index++;
        }
        return index;
    }

    private int cell(double value) {
        int cell = cellOf(value) - lowestCell;
        return cell < 0 ? 0 : Math.min(cell, first.length - 1);
    }

    private static int cellOf(double value) {
        return (int) (Double.doubleToRawLongBits(value) >> CELL_SHIFT);
    }

    /** For each cell the index of the first bound that is not below all numbers in it; 0 for the lowest and below. */
    private static short[] first(double[] bounds, int lowestCell) {
        int highest = bounds.length == 0 ? lowestCell : cellOf(bounds[bounds.length - 1]);
        short[] first = new short[Math.max(0, highest - lowestCell) + 2];
        for (int cell = 1; cell < first.length; cell++) {
            int index = first[cell - 1];
            while (index < bounds.length && cellOf(bounds[index]) < lowestCell + cell) {
                index++;
            }
            first[cell] = (short) index;
        }
        return first;
    }
}
