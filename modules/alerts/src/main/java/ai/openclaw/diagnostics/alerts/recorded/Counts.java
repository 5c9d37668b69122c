package ai.openclaw.diagnostics.alerts.recorded;

import static ai.openclaw.diagnostics.promql.Aggregations.sum;
import static ai.openclaw.diagnostics.promql.OverTime.countOfSteps;
import static ai.openclaw.diagnostics.promql.OverTime.growthSinceRecorded;
import static ai.openclaw.diagnostics.promql.OverTime.sumOfRecorded;
import static java.util.Objects.requireNonNull;

import ai.openclaw.diagnostics.alerts.rule.Level;
import ai.openclaw.diagnostics.alerts.rule.Recording;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How often something happened, recorded in steps: the sum of the counters of each Gateway, by how much it grew since the
 * evaluation before, and from these growths the counts of windows and jobs. So the samples of a counter are read once at
 * each evaluation, and windows read as many series as there is something to tell apart.
 */
public final class Counts {

    /** From one evaluation to the next; the sum of these over a range is the count of the range. */
    private static final String STEP = "growth";

    private final CountedGroup group;
    private final String metric;
    private final String window;
    private final Label[] labels;
    private final Recording sums;
    private final Map<Level, Map<String, Recording>> recorded = new EnumMap<>(Level.class);
    private final Map<Level, Map<String, Recording>> recordedOfHours = new EnumMap<>(Level.class);

    /**
     * @param metric the middle part of the recorded names
     * @param window the window that is recorded
     * @param labels what is counted apart
     */
    Counts(CountedGroup group, String metric, Selector counter, String window, Label... labels) {
        this.group = group;
        this.metric = metric;
        this.window = window;
        this.labels = labels;
        Expression now = sum(counter.exists(), Level.GATEWAY.by(labels));
        sums = new Recording(Level.GATEWAY.name(metric, "sum", labels), now, List.of(Level.GATEWAY.by(labels)));
        record(recorded, Level.GATEWAY, STEP, growth());
        record(recorded, Level.JOB, STEP, sum(steps(Level.GATEWAY).value(), Level.JOB.by(labels)));
        recording(Level.GATEWAY, List.of(window));
        recording(Level.JOB, List.of(window));
    }

    private Expression growth() {
        return growthSinceRecorded(sums.now(group.scope(), group.engine()), sums.in(group.scope()), group.process());
    }

    /** Records these windows, for rules that read them more than once. */
    Counts recording(Level level, List<String> ranges) {
        ranges.forEach(range -> record(recorded, level, range, sumOfRecorded(steps(level), range)));
        return this;
    }

    /** Records these windows in a group that is evaluated less often. */
    Counts recordingOfHours(Level level, List<String> ranges) {
        ranges.forEach(range -> record(recordedOfHours, level, range, sumOfRecorded(steps(level), range)));
        return this;
    }

    private void record(Map<Level, Map<String, Recording>> where, Level level, String range, Expression counted) {
        String operation = range.equals(STEP) ? STEP : "increase" + range;
        where.computeIfAbsent(level, unused -> new LinkedHashMap<>())
                .put(range, new Recording(level.name(metric, operation, labels), counted, List.of(level.by(labels))));
    }

    private Selector steps(Level level) {
        return requireNonNull(requireNonNull(recorded.get(level)).get(STEP)).in(group.scope());
    }

    /** Returns what has to be recorded, in this order. */
    List<Recording> recordings() {
        return Stream.concat(Stream.of(sums), all(recorded)).toList();
    }

    /** Returns what has to be recorded less often. */
    List<Recording> recordingsOfHours() {
        return all(recordedOfHours).toList();
    }

    private static Stream<Recording> all(Map<Level, Map<String, Recording>> recordings) {
        return Stream.of(Level.GATEWAY, Level.JOB)
                .flatMap(level -> recordings.getOrDefault(level, Map.of()).values().stream());
    }

    /** Returns the count of each job or Gateway over a window, by these labels. */
    public Expression over(String range, Level level, Label... by) {
        return over(range, level, UnaryOperator.identity(), by);
    }

    /** As {@link #over(String, Level, Label...)}, of those that are chosen. */
    public Expression over(String range, Level level, UnaryOperator<Selector> choice, Label... by) {
        Expression counted = Stream.of(recorded, recordedOfHours)
                .map(recordings -> recordings.getOrDefault(level, Map.of()).get(range))
                .filter(recording -> recording != null)
                .findFirst()
                .map(recording -> choice.apply(recording.in(group.scope())).value())
                .orElseGet(() -> sumOfRecorded(choice.apply(steps(level)), range));
        Label[] all = level.by(by);
        return counted.labels().size() == all.length ? counted : sum(counted, all);
    }

    /** Returns in how many short windows of a range it happened at all: repeatedly, and not in one burst. */
    Expression windowsWith(String range, Level level, UnaryOperator<Selector> choice, Label... by) {
        return countOfSteps(over(window, level, choice, by).above(0), range, window);
    }
}
