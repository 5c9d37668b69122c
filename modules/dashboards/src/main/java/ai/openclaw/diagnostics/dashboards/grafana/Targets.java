package ai.openclaw.diagnostics.dashboards.grafana;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.QueryText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The queries of a panel, with what they have in common. */
final class Targets {

    private static final int MAX_STEPS = 200;
    private static final int MAX_BUCKET_STEPS = 50;
    private static final int MAX_STEPS_OF_RARE = 1_000;

    private final List<Target> targets = new ArrayList<>();
    private final String format;
    private boolean instant;
    private int maxSteps = MAX_STEPS;

    Targets(Kind kind) {
        this.format = switch (kind) {
            case TABLE -> "table";
            case HEATMAP -> "heatmap";
            default -> "time_series";
        };
    }

    void add(Expression query, String legend) {
        targets.add(new Target(query, legend, format, instant));
    }

    /** Asks for the end of the time range alone, with the queries that are added from now on. */
    void atTheEndOnly() {
        instant = true;
    }

    /** Asks for more steps, for rare events. */
    void inFinerSteps() {
        maxSteps = MAX_STEPS_OF_RARE;
    }

    /**
     * Returns how many steps Grafana may ask for. Prometheus counts a sample for each series and step, and refuses a
     * query beyond 50 million; the buckets of a fleet are many.
     */
    int maxSteps() {
        boolean buckets =
                targets.stream().anyMatch(target -> target.query().text().contains("_bucket"));
        return buckets ? MAX_BUCKET_STEPS : maxSteps;
    }

    /** Returns the labels that the answers have. */
    Set<String> labels() {
        Set<String> labels = new LinkedHashSet<>();
        targets.forEach(target -> labels.addAll(target.query().labels()));
        return labels;
    }

    /** Returns the metrics that the queries read, by the names under which the reference lists them. */
    String metrics() {
        return targets.stream()
                .flatMap(target -> QueryText.read(target.query().text()).selections().stream())
                .map(selection -> family(selection.name()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String family(String sample) {
        if (sample.isEmpty()) {
            return "every series of the exporter";
        }
        return OpenClawCatalog.of(Profile.V2026_9).families().stream()
                .filter(family -> family.exposedNames().contains(sample))
                .map(Family::name)
                .findFirst()
                .orElse(sample);
    }

    List<Object> json() {
        List<Object> json = new ArrayList<>();
        targets.forEach(target -> json.add(target.json(json.size())));
        return json;
    }
}
