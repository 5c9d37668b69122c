package ai.openclaw.diagnostics.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes {@code docs/metrics.md} from a catalog. */
final class MetricsReference {

    private final Catalog catalog;
    private final StringBuilder text = new StringBuilder();

    private MetricsReference(Catalog catalog) {
        this.catalog = catalog;
    }

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
        families();
        buckets();
        labels();
        return text.toString();
    }

    private void families() {
        line("| metric | type | unit | labels | what it tells |");
        line("|---|---|---|---|---|");
        for (Family family : catalog.families()) {
            line("| `" + family.name() + "` | " + family.type().text() + " | "
                    + family.unit().text() + " | " + labels(family) + " | " + family.help() + " |");
        }
        line("");
        line("A histogram is exposed as `NAME_bucket` with the label `le`, `NAME_sum` and `NAME_count`. Counters and");
        line("histograms appear with their first event; `"
                + catalog.dropCounter().name() + "` is there from the start.");
        line("");
    }

    private static String labels(Family family) {
        return family.labels().stream().map(label -> "`" + label.name() + "`").collect(Collectors.joining(" "));
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
        line("| label | values | absent or refused |");
        line("|---|---|---|");
        labels.values()
                .forEach(label ->
                        line("| `" + label.name() + "` | " + label.description() + " | `" + label.fallback() + "` |"));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
