package ai.openclaw.diagnostics.dashboards;

/** A dashboard as a Kubernetes object that Grafana's sidecar finds by its label. */
final class ConfigMap {

    private ConfigMap() {}

    /** Returns the manifest; it contains the file unchanged, since a YAML block keeps every line. */
    static String of(String page, String file, String text) {
        return """
                # Generated with the dashboard of this name; see grafana/README.md.
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: openclaw-dashboard-%s
                  labels:
                    app.kubernetes.io/part-of: openclaw
                    grafana_dashboard: "1"
                  annotations:
                    grafana_folder: OpenClaw
                data:
                  %s: |
                """.formatted(page, file) + text.indent(4);
    }
}
