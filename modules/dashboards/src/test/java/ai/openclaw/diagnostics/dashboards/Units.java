package ai.openclaw.diagnostics.dashboards;

import ai.openclaw.diagnostics.dashboards.Page.Node;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The units of Grafana's list that these pages have a use for. A unit that Grafana does not know shows as text. */
final class Units {

    static final Set<String> ALL = Set.of("none", "short", "percentunit", "s", "cpm", "bytes", "Bps", "currencyUSD");

    private Units() {}

    /** Returns the units of a panel and of its columns. */
    static Set<String> of(Node panel) {
        Stream<String> columns = panel.at("fieldConfig", "overrides").items().stream()
                .flatMap(override -> override.at("properties").items().stream())
                .filter(property -> property.text("id").equals("unit"))
                .map(property -> property.text("value"));
        return Stream.concat(Stream.of(panel.text("fieldConfig", "defaults", "unit")), columns)
                .collect(Collectors.toSet());
    }
}
