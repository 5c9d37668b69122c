package ai.openclaw.diagnostics.alerts;

import static ai.openclaw.diagnostics.alerts.Yaml.ordered;

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
                GENERATED + "\nFor Prometheus 2.42 and newer, under rule_files.", rules(groups, Engine.PROMETHEUS));
    }

    private String recordings() {
        return Yaml.document(
                GENERATED + "\nThe recording rules alone, for a Prometheus whose alerts Grafana evaluates.",
                rules(groups.stream().filter(RuleFiles::records).toList(), Engine.PROMETHEUS));
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
                rules(groupsOfVmalert, Engine.VMALERT));
    }

    private String prometheusOperator() {
        return manifest(
                "For the Prometheus operator.",
                "monitoring.coreos.com/v1",
                "PrometheusRule",
                rules(groups, Engine.PROMETHEUS));
    }

    private String victoriaMetricsOperator() {
        return manifest(
                "For the VictoriaMetrics operator.",
                "operator.victoriametrics.com/v1beta1",
                "VMRule",
                rules(groupsOfVmalert, Engine.VMALERT));
    }

    private static String manifest(String use, String api, String kind, Map<String, Object> groups) {
        Map<String, Object> manifest = ordered("apiVersion", api, "kind", kind);
        Map<String, Object> labels = ordered("app.kubernetes.io/name", "openclaw", "role", "alert-rules");
        manifest.put("metadata", ordered("name", "openclaw", "labels", labels));
        manifest.put("spec", groups);
        return Yaml.document(GENERATED + "\n" + use, manifest);
    }

    private Map<String, Object> rules(List<RuleGroup> chosen, Engine engine) {
        return Map.of(
                "groups", chosen.stream().map(group -> group(group, engine)).toList());
    }

    private Map<String, Object> group(RuleGroup group, Engine engine) {
        List<Map<String, Object>> rules =
                group.rules().stream().map(rule -> rule(rule, engine)).toList();
        return ordered("name", group.name(), "interval", group.interval(), "rules", rules);
    }

    private Map<String, Object> rule(Rule rule, Engine engine) {
        String expression = rule.expression().text();
        return rule instanceof Alert alert
                ? alert(alert, expression, engine)
                : ordered("record", rule.name(), "expr", expression);
    }

    private Map<String, Object> alert(Alert alert, String expression, Engine engine) {
        Map<String, Object> fields = ordered("alert", alert.name(), "expr", expression);
        putUnlessEmpty(fields, "for", alert.lasting());
        putUnlessEmpty(fields, "keep_firing_for", engine.keepsFiring() ? alert.keepFiring() : "");
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
