package ai.openclaw.diagnostics.preview.query;

import java.util.Arrays;
import java.util.Map;

/**
 * A series of an answer.
 *
 * @param name what it is called
 * @param labels its labels
 * @param values its values at the steps of the time range, NaN where there is none; a single one for an instant
 */
@SuppressWarnings("ArrayRecordComponent") // read by drawings alone, which change nothing
public record Series(String name, Map<String, String> labels, double[] values) {

    /** Returns the last value that is a number, NaN if there is none. */
    public double last() {
        for (int i = values.length - 1; i >= 0; i--) {
            if (Double.isFinite(values[i])) {
                return values[i];
            }
        }
        return Double.NaN;
    }

    /** Returns the mean of the values that are numbers, NaN if there is none. */
    public double mean() {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    /** Returns the greatest value, NaN if there is none. */
    public double max() {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN);
    }

    /** Returns the least value, NaN if there is none. */
    public double min() {
        return Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.NaN);
    }

    /** Tells whether no value is a number. */
    public boolean isEmpty() {
        return Double.isNaN(max());
    }
}
