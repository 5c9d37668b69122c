package ai.openclaw.diagnostics.dashboards;

import static ai.openclaw.diagnostics.dashboards.Json.object;

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

    // The provider before its model, the instance after what it does, and what has a colour of its own at the end.
    private static final Map<String, Integer> RANKS = Map.of("provider", -2, "model", -1, "instance", 1);
    private static final Comparator<String> LEGEND_ORDER = Comparator.<String, Boolean>comparing(Colours::has)
            .thenComparing(label -> RANKS.getOrDefault(label, 0))
            .thenComparing(Comparator.naturalOrder());

    /** Returns a legend of all labels that the answer has, or the given text if it has none. */
    static String legend(Expression query, String otherwise) {
        return query.labels().isEmpty()
                ? otherwise
                : query.labels().stream()
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
