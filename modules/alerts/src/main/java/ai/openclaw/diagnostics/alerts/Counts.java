package ai.openclaw.diagnostics.alerts;

import static ai.openclaw.diagnostics.promql.Promql.countOfSteps;
import static ai.openclaw.diagnostics.promql.Promql.growth;
import static ai.openclaw.diagnostics.promql.Promql.sum;
import static ai.openclaw.diagnostics.promql.Promql.sumOfSteps;
import static java.util.Objects.requireNonNull;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How often something happened: recorded for each Gateway over a short window, and summed from that for each job and for
 * longer windows. So the samples of a counter are read once, and the cost grows with the number of Gateways alone.
 */
final class Counts {

    private final Scope scope;
    private final String metric;
    private final String window;
    private final Label[] labels;
    private final Map<Level, Map<String, Recording>> recorded = new EnumMap<>(Level.class);

    /**
     * @param metric the middle part of the recorded names
     * @param window the short window; longer ones are multiples of it
     * @param labels what is counted apart
     */
    Counts(Scope scope, String metric, Selector counter, String window, Label... labels) {
        this.scope = scope;
        this.metric = metric;
        this.window = window;
        this.labels = labels;
        record(Level.GATEWAY, window, sum(growth(counter, window), Level.GATEWAY.by(labels)));
        record(Level.JOB, window, sum(in(Level.GATEWAY, window).value(), Level.JOB.by(labels)));
    }

    /** Records these longer windows too, for rules that read them more than once. */
    Counts recording(Level level, List<String> ranges) {
        ranges.forEach(range -> record(level, range, steps(in(level, window), range)));
        return this;
    }

    private void record(Level level, String range, Expression counted) {
        recorded.computeIfAbsent(level, unused -> new LinkedHashMap<>())
                .put(
                        range,
                        new Recording(
                                level.name(metric, "increase" + range, labels), counted, List.of(level.by(labels))));
    }

    private Map<String, Recording> recordedAt(Level level) {
        return requireNonNull(recorded.get(level));
    }

    private Selector in(Level level, String range) {
        return requireNonNull(recordedAt(level).get(range)).in(scope);
    }

    private Expression steps(Selector counts, String range) {
        return sumOfSteps(counts.value(), range, window);
    }

    /** Returns what has to be recorded, in this order. */
    List<Recording> recordings() {
        return List.of(Level.GATEWAY, Level.JOB).stream()
                .flatMap(level -> recordedAt(level).values().stream())
                .toList();
    }

    /** Returns the count of each job or Gateway over a window, by these labels. */
    Expression over(String range, Level level, Label... by) {
        return over(range, level, UnaryOperator.identity(), by);
    }

    /** As {@link #over(String, Level, Label...)}, of those that are chosen. */
    Expression over(String range, Level level, UnaryOperator<Selector> choice, Label... by) {
        Expression counted = recordedAt(level).containsKey(range)
                ? choice.apply(in(level, range)).value()
                : steps(choice.apply(in(level, window)), range);
        Label[] all = level.by(by);
        return counted.labels().size() == all.length ? counted : sum(counted, all);
    }

    /** Returns in how many short windows of a range it happened at all: repeatedly, and not in one burst. */
    Expression windowsWith(String range, Level level, UnaryOperator<Selector> choice, Label... by) {
        return countOfSteps(over(window, level, choice, by).above(0), range, window);
    }
}
