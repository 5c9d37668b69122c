/**
 * Generates the Grafana dashboards of {@code grafana/} from a compact definition that takes every name from the catalog.
 * It runs in the build's tests alone and ships in nothing that runs: no module may depend on it.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.dashboards {
    requires static org.jspecify;
    requires ai.openclaw.diagnostics.promql;
    requires com.fasterxml.jackson.core;
}
