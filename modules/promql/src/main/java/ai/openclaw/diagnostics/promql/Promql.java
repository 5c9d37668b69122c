package ai.openclaw.diagnostics.promql;

import java.util.Set;

/** Numbers, time, and what else a query needs beside {@link OverTime}, {@link Aggregations} and operators. */
public final class Promql {

    private Promql() {}

    /** Returns the values, and the bound in place of those below it. */
    public static Expression clampMin(Expression inner, double bound) {
        return Expression.atom("clamp_min(" + inner.text() + ", " + Expression.text(bound) + ")", inner.labels());
    }

    /** Returns a number without labels. */
    public static Expression vector(double value) {
        return Expression.number(value);
    }

    /** Returns the number that a dashboard's variable holds, without labels. */
    public static Expression variable(String name) {
        return Expression.atom("vector($" + name + ")", Set.of());
    }

    /**
     * Returns what part of the whole is such, 0 where the whole has series and the part has none yet, and nothing where
     * the whole does not change.
     */
    public static Expression ratio(Expression part, Expression whole) {
        return part.or(whole.times(0)).per(whole);
    }

    /** Returns 1 if there is no such series. */
    public static Expression absent(Selector series) {
        return Expression.atom("absent(" + series + ")", Set.of("job"));
    }

    /** Returns how many seconds have passed since these times. */
    public static Expression secondsSince(Expression times) {
        return Expression.subtractedFrom("time()", times);
    }

    /** Returns the seconds from now to the end of the month, where a dashboard's time range began with the month. */
    public static Expression restOfMonth() {
        return Expression.atom("clamp_min(days_in_month() * 86400 - $__range_s, 0)", Set.of());
    }
}
