package ai.openclaw.diagnostics.dashboards;

import ai.openclaw.diagnostics.dashboards.grafana.Dashboard;
import java.util.List;
import java.util.stream.Collectors;

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

    /** Returns the list of all of them that {@code deploy/kubernetes} reads. */
    static String kustomization(List<Dashboard> pages) {
        return """
                # The dashboards, which the sidecar of Grafana finds by their label. Generated; see grafana/README.md.
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                """
                + pages.stream()
                        .map(page -> "  - " + page.uid() + ".yaml\n")
                        .sorted()
                        .collect(Collectors.joining());
    }
}
