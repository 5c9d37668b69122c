package ai.openclaw.diagnostics.alerts.format;

import static ai.openclaw.diagnostics.alerts.format.Yaml.ordered;

import ai.openclaw.diagnostics.alerts.rule.Alert;
import ai.openclaw.diagnostics.alerts.rule.Engine;
import ai.openclaw.diagnostics.alerts.rule.Rule;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.alerts.rule.Settings;
import java.util.List;
import java.util.Map;

/** Rules in the form of Prometheus, which vmalert and the operators read, too. */
public final class PrometheusRules {

    private final Engine engine;
    private final Settings settings;

    private PrometheusRules(Engine engine, Settings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /** Returns the content of a rule file as YAML values. */
    public static Map<String, Object> of(List<RuleGroup> groups, Engine engine, Settings settings) {
        PrometheusRules rules = new PrometheusRules(engine, settings);
        return Map.of("groups", groups.stream().map(rules::group).toList());
    }

    private Map<String, Object> group(RuleGroup group) {
        List<Map<String, Object>> rules = group.rules().stream().map(this::rule).toList();
        return ordered("name", group.name(), "interval", group.interval(), "rules", rules);
    }

    private Map<String, Object> rule(Rule rule) {
        String expression = rule.expression().text();
        return rule instanceof Alert alert
                ? alert(alert, expression)
                : ordered("record", rule.name(), "expr", expression);
    }

    private Map<String, Object> alert(Alert alert, String expression) {
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
