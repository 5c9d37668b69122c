package ai.openclaw.diagnostics.dashboards.grafana;

import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;

import ai.openclaw.diagnostics.promql.Expression;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A query of a panel.
 *
 * @param query the query
 * @param legend how its series are called
 * @param format what Grafana makes of the answer: {@code time_series}, {@code table} or {@code heatmap}
 * @param instant whether only the end of the time range is asked for
 */
record Target(Expression query, String legend, String format, boolean instant) {

    /** The data source that is chosen at the top of the page. */
    static final Map<String, Object> DATA_SOURCE = object("type", "prometheus", "uid", "${datasource}");

    /** The least step of a range query: Grafana takes rates over four of them, which are four scrapes of 60 s. */
    static final String MIN_STEP = "1m";

    // A legend that is too long loses its end, so what tells series apart comes first, after a value with a colour.
    private static final Map<String, Integer> RANKS =
            Map.of("model", -2, "provider", -1, "instance", 1, "namespace", 2, "cluster", 3);
    private static final Comparator<String> LEGEND_ORDER = Comparator.<String, Boolean>comparing(
                    label -> !Colours.has(label))
            .thenComparing(label -> RANKS.getOrDefault(label, 0))
            .thenComparing(Comparator.naturalOrder());

    /** Returns a legend of all labels that the answer has, or the given text if it has none. */
    static String legend(Expression query, String otherwise) {
        return query.labels().isEmpty()
                ? otherwise
                : query.labels().stream()
                        .filter(label -> !label.equals("job") || !query.labels().contains("instance"))
                        .sorted(LEGEND_ORDER)
                        .map(label -> "{{" + label + "}}")
                        .collect(Collectors.joining(" "));
    }

    /** Returns the target with an id from A on. */
    Map<String, Object> json(int index) {
        return object(
                "datasource",
                DATA_SOURCE,
                "editorMode",
                "code",
                "expr",
                query.text(),
                "format",
                format,
                "instant",
                instant,
                "interval",
                MIN_STEP,
                "legendFormat",
                legend,
                "range",
                !instant,
                "refId",
                refId(index));
    }

    /** Returns the id of the query at this position. */
    static String refId(int index) {
        return String.valueOf((char) ('A' + index));
    }
}
