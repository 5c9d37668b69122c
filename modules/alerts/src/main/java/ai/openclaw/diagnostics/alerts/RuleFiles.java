package ai.openclaw.diagnostics.alerts;

import static ai.openclaw.diagnostics.alerts.Yaml.ordered;

import java.util.List;
import java.util.Map;

/** The rules as files: path below {@code alerts/} to content. */
final class RuleFiles {

    private static final String GENERATED = "Generated from modules/alerts; see alerts/README.md for how to change it.";

    private final Settings settings;
    private final List<RuleGroup> groups;

    private RuleFiles(Settings settings) {
        this.settings = settings;
        this.groups = OpenClawRules.groups(settings);
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
        return Yaml.document(GENERATED + "\nFor Prometheus 2.42 and newer, under rule_files.", groups(true));
    }

    private String recordings() {
        return Yaml.document(
                GENERATED + "\nThe recording rules alone, for a Prometheus whose alerts Grafana evaluates.",
                groups(groups.stream().filter(RuleFiles::records).toList(), true));
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
                groups(false));
    }

    private String prometheusOperator() {
        return manifest("For the Prometheus operator.", "monitoring.coreos.com/v1", "PrometheusRule", groups(true));
    }

    private String victoriaMetricsOperator() {
        return manifest(
                "For the VictoriaMetrics operator.", "operator.victoriametrics.com/v1beta1", "VMRule", groups(false));
    }

    private static String manifest(String use, String api, String kind, Map<String, Object> groups) {
        Map<String, Object> manifest = ordered("apiVersion", api, "kind", kind);
        Map<String, Object> labels = ordered("app.kubernetes.io/name", "openclaw", "role", "alert-rules");
        manifest.put("metadata", ordered("name", "openclaw", "labels", labels));
        manifest.put("spec", groups);
        return Yaml.document(GENERATED + "\n" + use, manifest);
    }

    private Map<String, Object> groups(boolean keepFiring) {
        return groups(groups, keepFiring);
    }

    private Map<String, Object> groups(List<RuleGroup> chosen, boolean keepFiring) {
        return Map.of(
                "groups",
                chosen.stream()
                        .map(group -> ordered(
                                "name",
                                group.name(),
                                "interval",
                                RuleGroup.INTERVAL,
                                "rules",
                                group.rules().stream()
                                        .map(rule -> rule(rule, keepFiring))
                                        .toList()))
                        .toList());
    }

    private Map<String, Object> rule(Rule rule, boolean keepFiring) {
        String expression = rule.expression().text();
        return rule instanceof Alert alert
                ? alert(alert, expression, keepFiring)
                : ordered("record", rule.name(), "expr", expression);
    }

    private Map<String, Object> alert(Alert alert, String expression, boolean keepFiring) {
        Map<String, Object> fields = ordered("alert", alert.name(), "expr", expression);
        putUnlessEmpty(fields, "for", alert.lasting());
        putUnlessEmpty(fields, "keep_firing_for", keepFiring ? alert.keepFiring() : "");
        fields.put("labels", alert.allLabels());
        fields.put("annotations", alert.annotations(settings));
        return fields;
    }

    private static void putUnlessEmpty(Map<String, Object> fields, String key, String value) {
        if (!value.isEmpty()) {
            fields.put(key, value);
        }
    }
}
