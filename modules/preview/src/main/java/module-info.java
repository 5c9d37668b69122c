/**
 * Draws the committed dashboards as pictures, from the answers of a Prometheus. It runs on demand,
 * see {@code grafana/preview.sh}, and ships in nothing that runs: no module may depend on it.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.preview {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires java.net.http;
}
