package ai.openclaw.diagnostics.dashboards;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.promql.QueryText.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which samples Prometheus has of a gateway, and with which labels. */
final class Samples {

    private static final Set<String> OF_A_TARGET = Set.of("cluster", "namespace", "job", "instance");

    /** What Prometheus or only some exporters have: the name, and labels beside the target's. */
    private static final Map<String, Set<String>> OTHERS = Map.of(
            "up", Set.of(),
            "scrape_duration_seconds", Set.of(),
            "scrape_samples_scraped", Set.of(),
            "ALERTS", Set.of("alertname", "alertstate", "severity"));

    private Samples() {}

    static boolean exists(Selection selection) {
        return OTHERS.containsKey(selection.name())
                || family(selection.name()).isPresent()
                || selection.name().isEmpty() && matchesSome(selection);
    }

    private static boolean matchesSome(Selection selection) {
        return selection.matchers().stream()
                .anyMatch(matcher -> matcher.label().equals("__name__")
                        && OpenClawCatalog.of(Profile.V2026_9).families().stream()
                                .allMatch(family -> family.name().matches(matcher.value())));
    }

    static Set<String> labels(Selection selection) {
        Set<String> labels = new HashSet<>(OF_A_TARGET);
        labels.addAll(OTHERS.getOrDefault(selection.name(), Set.of()));
        family(selection.name()).ifPresent(family -> family.labels().forEach(label -> labels.add(label.name())));
        if (selection.name().endsWith("_bucket")) {
            labels.add("le");
        }
        if (selection.name().isEmpty()) {
            labels.add("__name__");
        }
        return labels;
    }

    static List<String> bounds(Selection selection) {
        return family(selection.name())
                .filter(HistogramFamily.class::isInstance)
                .map(family -> ((HistogramFamily) family).buckets().texts())
                .orElse(List.of());
    }

    /** Returns the family that has samples of this name. */
    static Optional<Family> family(String sample) {
        return OpenClawCatalog.of(Profile.V2026_9).families().stream()
                .filter(family -> names(family).contains(sample))
                .findFirst();
    }

    private static List<String> names(Family family) {
        return family.type() == FamilyType.HISTOGRAM
                ? List.of(family.name() + "_bucket", family.name() + "_sum", family.name() + "_count")
                : List.of(family.name());
    }
}
