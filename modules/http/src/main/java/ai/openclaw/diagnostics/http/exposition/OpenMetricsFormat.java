package ai.openclaw.diagnostics.http.exposition;

import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Unit;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.util.Locale;
import java.util.Map;

/**
 * OpenMetrics 1.0.0. Counters and histograms have a {@code _created} line, from which a scraper that reads it knows that
 * the first value it sees grew from 0; families whose names end in their unit say so in a {@code # UNIT} line, as the
 * format demands.
 */
final class OpenMetricsFormat implements Format, TextSyntax {

    private static final MediaType MEDIA_TYPE =
            new MediaType("application", "openmetrics-text", Map.of("version", "1.0.0"));

    private static final String TOTAL = "_total";

    @Override
    public String text() {
        return "OpenMetrics 1.0.0";
    }

    @Override
    public MediaType mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public String contentType() {
        return "application/openmetrics-text; version=1.0.0; charset=utf-8";
    }

    @Override
    public FormatRenderer newRenderer(SeriesStore store) {
        return new TextRenderer(store, this);
    }

    /** A counter's samples end in {@code _total}, its family does not. */
    @Override
    public String declaredName(Family family) {
        String name = family.name();
        return family instanceof CounterFamily ? name.substring(0, name.length() - TOTAL.length()) : name;
    }

    @Override
    public String comments(Family family) {
        String name = declaredName(family);
        String help = TextSyntax.escapedHelp(family).replace("\"", "\\\"");
        return "# HELP " + name + " " + help + unit(name, family.unit()) + "\n# TYPE " + name + " "
                + family.type().text();
    }

    private static String unit(String name, Unit unit) {
        String text = unit.text().toLowerCase(Locale.ROOT);
        return unit != Unit.NONE && name.endsWith("_" + text) ? "\n# UNIT " + name + " " + text : "";
    }

    @Override
    public boolean hasCreated() {
        return true;
    }

    @Override
    public String end() {
        return "# EOF\n";
    }
}
