package ai.openclaw.diagnostics.alerts.rule;

import static ai.openclaw.diagnostics.alerts.rule.Alert.WHERE;

import ai.openclaw.diagnostics.catalog.Label;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is counted together. */
public enum Level {
    /** All Gateways of a job. */
    JOB("job", WHERE),
    /** One Gateway. */
    GATEWAY("instance", "{{ $labels.instance }}, " + WHERE);

    private final String prefix;
    private final String where;

    Level(String prefix, String where) {
        this.prefix = prefix;
        this.where = where;
    }

    /** Returns the labels that tell one from another, and these. */
    public Label[] by(Label... more) {
        return this == JOB ? Target.byJob(more) : Target.byInstance(more);
    }

    /** Returns whose fault it is, as a template. */
    public String where() {
        return where;
    }

    /** Returns the name of a recorded series with these labels: {@code level:metric:operation}. */
    public String name(String metric, String operation, Label... more) {
        String labels = Stream.concat(Stream.of(prefix), Arrays.stream(more).map(Label::name))
                .collect(Collectors.joining("_"));
        return String.join(":", List.of(labels, metric, operation));
    }
}
