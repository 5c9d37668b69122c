package ai.openclaw.diagnostics.alerts.format;

import ai.openclaw.diagnostics.alerts.rule.Alert;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.alerts.rule.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The alerts as Grafana provisions them: each asks the data source for the alert's query, and a second step turns each
 * series of the answer into an alert, whatever its value is, as Prometheus does.
 *
 * <p>Grafana names an alert by its title, which is unique in a folder; alerts of one name get their labels {@code scope}
 * and {@code window} in the title.
 */
public final class GrafanaRules {

    /** The UID in {@code grafana/provisioning/datasources/openclaw.yml}. */
    private static final String DATA_SOURCE = "openclaw-prometheus";

    private static final String FOLDER = "OpenClaw";
    private static final String QUERY = "A";
    private static final String CONDITION = "B";

    private GrafanaRules() {}

    /** Returns the provisioning file as YAML values; groups of recordings are left out. */
    public static Map<String, Object> of(List<RuleGroup> groups, Settings settings) {
        List<Map<String, Object>> provisioned = new ArrayList<>();
        for (RuleGroup group : groups) {
            List<Map<String, Object>> rules = group.rules().stream()
                    .filter(Alert.class::isInstance)
                    .map(rule -> rule((Alert) rule, settings))
                    .toList();
            if (!rules.isEmpty()) {
                provisioned.add(Yaml.ordered(
                        "orgId",
                        1,
                        "name",
                        group.name(),
                        "folder",
                        FOLDER,
                        "interval",
                        group.interval(),
                        "rules",
                        rules));
            }
        }
        return Yaml.ordered("apiVersion", 1, "groups", provisioned);
    }

    private static Map<String, Object> rule(Alert alert, Settings settings) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("uid", uid(alert));
        rule.put("title", title(alert));
        rule.put("condition", CONDITION);
        rule.put("data", List.of(query(alert), condition()));
        rule.put("noDataState", "OK");
        rule.put("execErrState", "Error");
        if (!alert.lasting().isEmpty()) {
            rule.put("for", alert.lasting());
        }
        if (!alert.keepFiring().isEmpty()) {
            rule.put("keepFiringFor", alert.keepFiring());
        }
        rule.put("labels", alert.allLabels());
        rule.put("annotations", annotations(alert, settings));
        return rule;
    }

    private static Map<String, Object> query(Alert alert) {
        return data(
                QUERY,
                DATA_SOURCE,
                Yaml.ordered("refId", QUERY, "expr", alert.expression().text(), "instant", true, "range", false));
    }

    /** Every number is an alert, zero too: a comparison in PromQL keeps the value that it compared. */
    private static Map<String, Object> condition() {
        String everyNumber = "is_number($" + QUERY + ") || is_inf($" + QUERY + ")";
        return data(CONDITION, "__expr__", Yaml.ordered("refId", CONDITION, "type", "math", "expression", everyNumber));
    }

    private static Map<String, Object> data(String reference, String source, Map<String, Object> model) {
        return Yaml.ordered(
                "refId",
                reference,
                "relativeTimeRange",
                Yaml.ordered("from", 600, "to", 0),
                "datasourceUid",
                source,
                "model",
                model);
    }

    /** The value of an alert is {@code $value} in Prometheus; in Grafana that is a text with the values of all steps. */
    private static Map<String, Object> annotations(Alert alert, Settings settings) {
        Map<String, Object> annotations = alert.annotations(settings);
        annotations.replaceAll((name, text) -> text.toString().replace("$value ", "$values." + QUERY + ".Value "));
        return annotations;
    }

    private static String title(Alert alert) {
        String distinguishing = String.join(", ", new TreeMap<>(alert.labels()).values());
        return distinguishing.isEmpty() ? alert.name() : alert.name() + " (" + distinguishing + ")";
    }

    /** At most 40 characters, as Grafana requires. */
    private static String uid(Alert alert) {
        String name = alert.name().replaceFirst("OpenClaw", "oc-").toLowerCase(Locale.ROOT);
        return new TreeMap<>(alert.labels())
                .values().stream().map(label -> "-" + label).collect(Collectors.joining("", name, ""));
    }
}
