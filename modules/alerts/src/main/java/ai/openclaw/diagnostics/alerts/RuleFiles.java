package ai.openclaw.diagnostics.alerts;

import static ai.openclaw.diagnostics.alerts.format.Yaml.ordered;

import ai.openclaw.diagnostics.alerts.domain.OpenClawRules;
import ai.openclaw.diagnostics.alerts.format.GrafanaRules;
import ai.openclaw.diagnostics.alerts.format.PrometheusRules;
import ai.openclaw.diagnostics.alerts.format.Yaml;
import ai.openclaw.diagnostics.alerts.rule.Engine;
import ai.openclaw.diagnostics.alerts.rule.Recording;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.alerts.rule.Settings;
import java.util.List;
import java.util.Map;

/** The rules as files: path below {@code alerts/} to content. */
final class RuleFiles {

    private static final String GENERATED = "Generated from modules/alerts; see alerts/README.md for how to change it.";

    private final Settings settings;
    private final List<RuleGroup> groups;
    private final List<RuleGroup> groupsOfVmalert;

    private RuleFiles(Settings settings) {
        this.settings = settings;
        this.groups = OpenClawRules.groups(settings, Engine.PROMETHEUS);
        this.groupsOfVmalert = OpenClawRules.groups(settings, Engine.VMALERT);
    }

    /** Returns the files for a site. */
    static Map<String, String> of(Settings settings) {
        RuleFiles files = new RuleFiles(settings);
        return Map.of(
                "openclaw.rules.yml", files.prometheus(),
                "openclaw.recordings.yml", files.recordings(),
                "openclaw.vmalert.yml", files.vmalert(),
                "grafana/openclaw.yml", files.grafana(),
                "kubernetes/prometheusrule.yaml", files.prometheusOperator(),
                "kubernetes/vmrule.yaml", files.victoriaMetricsOperator());
    }

    private String prometheus() {
        return Yaml.document(
                GENERATED + "\nFor Prometheus 2.42 and newer, under rule_files.",
                PrometheusRules.of(groups, Engine.PROMETHEUS, settings));
    }

    private String recordings() {
        return Yaml.document(
                GENERATED + "\nThe recording rules alone, for a Prometheus whose alerts Grafana evaluates.",
                PrometheusRules.of(groups.stream().filter(RuleFiles::records).toList(), Engine.PROMETHEUS, settings));
    }

    private static boolean records(RuleGroup group) {
        return group.rules().stream().allMatch(Recording.class::isInstance);
    }

    private String grafana() {
        return Yaml.document(
                GENERATED
                        + "\nFor Grafana 10 and newer, in provisioning/alerting; its Prometheus needs openclaw.recordings.yml.",
                GrafanaRules.of(groups, settings));
    }

    private String vmalert() {
        return Yaml.document(
                GENERATED + "\nFor vmalert and for Prometheus before 2.42: the same rules without keep_firing_for.",
                PrometheusRules.of(groupsOfVmalert, Engine.VMALERT, settings));
    }

    private String prometheusOperator() {
        return manifest(
                "For the Prometheus operator.",
                "monitoring.coreos.com/v1",
                "PrometheusRule",
                PrometheusRules.of(groups, Engine.PROMETHEUS, settings));
    }

    private String victoriaMetricsOperator() {
        return manifest(
                "For the VictoriaMetrics operator.",
                "operator.victoriametrics.com/v1beta1",
                "VMRule",
                PrometheusRules.of(groupsOfVmalert, Engine.VMALERT, settings));
    }

    private static String manifest(String use, String api, String kind, Map<String, Object> groups) {
        Map<String, Object> manifest = ordered("apiVersion", api, "kind", kind);
        Map<String, Object> labels = ordered("app.kubernetes.io/name", "openclaw", "role", "alert-rules");
        manifest.put("metadata", ordered("name", "openclaw", "labels", labels));
        manifest.put("spec", groups);
        return Yaml.document(GENERATED + "\n" + use, manifest);
    }
}
