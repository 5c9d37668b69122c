package ai.openclaw.diagnostics.promql;

import java.util.regex.Pattern;

/** The ranges of queries: durations, such as {@code 5m} or {@code 6h:5m}, and the intervals of dashboards. */
final class Ranges {

    private static final Pattern RANGE =
            Pattern.compile("(\\d+(ms|[smhdwy]))+(:(\\d+[smh])?)?|\\$__(rate_interval|range|interval)");

    private Ranges() {}

    /**
     * Returns the range.
     *
     * @throws QueryException if it is none
     */
    static String checked(String range) {
        if (!RANGE.matcher(range).matches()) {
            throw new QueryException("range [" + range + "]: neither a duration nor a dashboard's interval");
        }
        return range;
    }
}
