package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.cli.PrometheusApi.Point;
import ai.openclaw.diagnostics.cli.PrometheusApi.Series;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a panel shows of an answer. */
final class PanelAnswer {

    private static final Pattern OR_ZERO = Pattern.compile("\\s+or\\s+vector\\(0\\)");
    /** Not the zero that growth compares with. */
    private static final Pattern OR_ZERO_TIMES = Pattern.compile("\\bor\\s+0 \\*(?! last_over_time)");

    /** A store need not have them. */
    private static final Set<String> OPTIONAL = Set.of("cluster", "namespace");

    private PanelAnswer() {}

    /**
     * Tells whether a panel has a number to show, with the labels that it shows, for the query itself and not for the
     * zero that replaces nothing. Of errors a zero is no proof: the query for them may look for the wrong thing.
     */
    static boolean isFound(PrometheusApi store, PanelQuery query, Map<String, String> variables, long startedMs)
            throws IOException {
        String text = OR_ZERO.matcher(query.with(variables)).replaceAll("").replaceFirst("^1 - ", "");
        boolean mayBeReplaced = OR_ZERO_TIMES.matcher(text).find();
        Set<String> needed = new HashSet<>(query.shown());
        needed.removeAll(OPTIONAL);
        return ask(store, query.instant(), text, startedMs).stream()
                .filter(series -> series.labels().keySet().containsAll(needed))
                .flatMap(series -> series.points().stream())
                .mapToDouble(Point::value)
                .anyMatch(value -> Double.isFinite(value) && !(mayBeReplaced && value == 0));
    }

    /** Asks for now, or for each second since the start. */
    static List<Series> ask(PrometheusApi store, boolean instant, String text, long startedMs) throws IOException {
        return instant ? store.query(text) : store.range(text, startedMs, System.currentTimeMillis());
    }
}
