package ai.openclaw.diagnostics.catalog.domain;

import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.catalog.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes {@code docs/metrics.md} from a catalog. */
final class MetricsReference {

    private static final String LATER = Profile.V2026_9.text();

    private final Catalog catalog;
    private final StringBuilder text = new StringBuilder();

    private MetricsReference(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @param catalog that of the last profile, which has what all others have */
    static String of(Catalog catalog) {
        return new MetricsReference(catalog).write();
    }

    private String write() {
        line("# Metrics");
        line("");
        line(
                "Generated from the catalog; `mvn -pl modules/catalog test -Dtest=MetricsReferenceTest -Ddocs.update` writes it anew.");
        line("Names, types, labels and `le` texts are those of OpenClaw's `diagnostics-prometheus` plugin.");
        line("");
        profiles();
        families(Profile.V2026_5, "Families of both profiles");
        families(Profile.V2026_9, "Families of profile " + LATER + " alone");
        buckets();
        labels();
        return text.toString();
    }

    private void profiles() {
        line("## Profiles");
        line("");
        line(
                "`plugins.entries.diagnostics-prometheus.config.compatibility` says of which release the families and labels");
        line("are: `\"" + Profile.V2026_5.text() + "\"`, the default, with "
                + OpenClawCatalog.of(Profile.V2026_5).families().size() + " families, or `\"" + LATER + "\"` with "
                + OpenClawCatalog.of(Profile.V2026_9).families().size()
                + ". A label marked ⁺ is there only in profile");
        line(LATER + ", and one marked ? is left out of a series where the event has no value for it. From profile "
                + LATER);
        line("on a label with a closed set of values has no others but its fallback; in " + Profile.V2026_5.text()
                + " the label policy alone decides.");
        line("");
    }

    private void families(Profile since, String heading) {
        line("## " + heading);
        line("");
        line("| metric | type | unit | labels | what it tells |");
        line("|---|---|---|---|---|");
        for (Family family : catalog.families()) {
            if (family.since() == since) {
                line("| `" + family.name() + "` | " + family.type().text() + " | "
                        + family.unit().text() + " | " + labels(family) + " | " + cell(family.help()) + " |");
            }
        }
        line("");
        if (since == Profile.V2026_5) {
            line(
                    "A histogram is exposed as `NAME_bucket` with the label `le`, `NAME_sum` and `NAME_count`. Counters and");
            line("histograms appear with their first event; `"
                    + catalog.dropCounter().name() + "` is there from the start.");
            line("");
        }
    }

    private static String labels(Family family) {
        return family.labels().stream()
                .map(label -> "`" + label.name() + "`" + (label.optional() ? "?" : "")
                        + (label.since() == family.since() || label.since() == Profile.V2026_5 ? "" : "⁺"))
                .collect(Collectors.joining(" "));
    }

    private void buckets() {
        Map<List<String>, String> bounds = new LinkedHashMap<>();
        catalog.families().stream()
                .filter(HistogramFamily.class::isInstance)
                .map(HistogramFamily.class::cast)
                .forEach(family -> bounds.putIfAbsent(
                        family.buckets().texts(), family.unit().text()));
        line("## Buckets");
        line("");
        line("| unit | upper bounds, as in `le`; `+Inf` follows |");
        line("|---|---|");
        bounds.forEach((texts, unit) -> line("| " + unit + " | " + String.join(" ", texts) + " |"));
        line("");
    }

    private void labels() {
        Map<String, Label> labels = new TreeMap<>();
        catalog.groups()
                .forEach(group -> group.labels()
                        .forEach(label -> labels.put(label.name() + label.fallback() + label.description(), label)));
        line("## Labels");
        line("");
        line("| label | values | closed set | absent or refused |");
        line("|---|---|---|---|");
        labels.values()
                .forEach(label -> line("| `" + label.name() + "` | " + cell(label.description()) + " | "
                        + (label.values().isEmpty() ? "" : "yes") + " | "
                        + (label.optional() ? "left out, or " : "") + "`" + label.fallback() + "` |"));
    }

    /** Returns a text for a cell of a table, in which a bar would begin the next cell. */
    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
