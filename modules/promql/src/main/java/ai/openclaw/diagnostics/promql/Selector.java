package ai.openclaw.diagnostics.promql;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.catalog.domain.GatewayMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The series of one name that match, as {@code name{label="value"}}.
 *
 * <p>Each method adds a matcher and returns a new selector.
 */
public final class Selector {

    private final String name;
    private final boolean cumulative;
    private final List<String> bounds;
    private final Set<String> labels;
    private final List<String> matchers;
    private final String offset;

    Selector(String name, boolean cumulative, List<String> bounds, Set<String> labels, List<String> matchers) {
        this(name, cumulative, bounds, labels, matchers, "");
    }

    private Selector(
            String name,
            boolean cumulative,
            List<String> bounds,
            Set<String> labels,
            List<String> matchers,
            String offset) {
        this.name = name;
        this.cumulative = cumulative;
        this.bounds = bounds;
        this.labels = labels;
        this.matchers = matchers;
        this.offset = offset;
    }

    /** Returns the same series as they were a while ago. */
    public Selector before(String ago) {
        if (!offset.isEmpty()) {
            throw new QueryException(this + ": has an offset already");
        }
        return new Selector(name, cumulative, bounds, labels, matchers, " offset " + Ranges.checked(ago));
    }

    /** Returns the same series a millisecond later: a range over them has its end, and not its start, in each version. */
    Selector shiftedByAMillisecond() {
        return new Selector(name, cumulative, bounds, labels, matchers, " offset -1ms");
    }

    /** Keeps series whose label has this value. */
    public Selector is(Label label, String value) {
        return with(label.name(), "=", value);
    }

    /** Keeps series whose label has another value. */
    public Selector isNot(Label label, String value) {
        return with(label.name(), "!=", value);
    }

    /** Keeps series whose label has one of these values. */
    public Selector in(Label label, String... values) {
        return matches(label, Arrays.stream(values).map(Selector::literal).collect(Collectors.joining("|")));
    }

    /** Keeps series whose label matches this regular expression as a whole. */
    public Selector matches(Label label, String pattern) {
        return with(label.name(), "=~", pattern);
    }

    /** Keeps series whose label does not match this regular expression as a whole. */
    public Selector matchesNot(Label label, String pattern) {
        return with(label.name(), "!~", pattern);
    }

    /**
     * Keeps the bucket with this upper bound. Prometheus 3 writes {@code 10.0} where the exposition says {@code 10}, so an
     * integer bound is matched in both texts.
     *
     * @param bound the bound's text, one of the histogram's
     */
    public Selector upTo(String bound) {
        if (!bounds.contains(bound)) {
            throw new QueryException(name + " has no bound " + bound + ", but " + bounds);
        }
        return bound.contains(".") ? with("le", "=", bound) : with("le", "=~", bound + "|" + bound + "[.]0");
    }

    /** Keeps the buckets with these upper bounds and that of all values: for quantiles that matter only between them. */
    public Selector upToOneOf(String... only) {
        List.of(only).forEach(this::upTo);
        String texts = Arrays.stream(only)
                .map(bound -> bound.contains(".") ? literal(bound) : bound + "([.]0)?")
                .collect(Collectors.joining("|"));
        return with("le", "=~", texts + "|[+]Inf");
    }

    /** As {@link #upTo}, for a bound in a dashboard's variable, whose choices must be bounds of this histogram. */
    public Selector upToVariable(String variable, List<String> choices) {
        choices.forEach(this::upTo);
        return with("le", "=~", "${" + variable + "}|${" + variable + "}[.]0");
    }

    private Selector with(String label, String operator, String value) {
        if (!labels.contains(label)) {
            throw new QueryException(name + " has no label " + label + ", but " + labels);
        }
        List<String> more = new ArrayList<>(matchers);
        more.add(label + operator + quoted(value));
        return new Selector(name, cumulative, bounds, labels, more, offset);
    }

    private static String literal(String value) {
        return value.replace(".", "[.]");
    }

    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Returns whether the targets of these series answered their last scrape, as 1 or 0. */
    Selector up() {
        return ofTarget("up", false);
    }

    /** Returns how many samples of its memory the process of these series has counted. */
    Selector memorySamples() {
        return ofTarget(GatewayMetrics.MEMORY_RSS_BYTES + "_count", true);
    }

    private Selector ofTarget(String series, boolean grows) {
        return new Selector(series, grows, List.of(), LabelNames.of(TargetLabels.ALL), matchers.subList(0, 1));
    }

    /** Returns the values as they are; refused for a counter, whose value means nothing but through a rate. */
    public Expression value() {
        if (cumulative) {
            throw new QueryException(name + " only grows: read it through rate or increase, or ask whether it exists");
        }
        return exists();
    }

    /** Returns the series for the sake of their existence, whatever their value. */
    public Expression exists() {
        return Expression.atom(text() + offset, labels);
    }

    /** Returns the times of the last samples, as seconds since 1970. */
    Expression timestamp() {
        return Expression.atom("timestamp(" + this + ")", labels);
    }

    /** Returns recorded rates of buckets, which have the label {@code le} beside those they were recorded by. */
    public Expression buckets() {
        Set<String> all = new LinkedHashSet<>(labels);
        all.add("le");
        return Expression.atom(text() + offset, all);
    }

    /** Returns a function over the values of a range, such as {@code rate(…[5m])}. */
    Expression over(String function, String range, String more, boolean ofCounter) {
        if (cumulative != ofCounter) {
            throw new QueryException(function + "(" + name + "): " + (cumulative ? "grows only" : "is a gauge"));
        }
        return ranged(function, range, more);
    }

    /** As {@link #over}, for functions that fit any kind of series. */
    Expression ranged(String function, String range, String more) {
        String series = text() + "[" + Ranges.checked(range) + "]" + offset;
        return Expression.atom(function + "(" + series + more + ")", labels);
    }

    private String text() {
        String all = matchers.stream().filter(it -> !it.isEmpty()).collect(Collectors.joining(","));
        return all.isEmpty() ? name : name + "{" + all + "}";
    }

    @Override
    public String toString() {
        return text() + offset;
    }
}
