package ai.openclaw.diagnostics.dashboards;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.promql.QueryText;
import java.util.List;
import java.util.stream.Collectors;

/** The metrics that queries read, by the names under which the reference lists them. */
final class Metrics {

    private Metrics() {}

    static String of(List<Target> targets) {
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
}
