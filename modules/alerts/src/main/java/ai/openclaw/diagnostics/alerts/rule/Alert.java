package ai.openclaw.diagnostics.alerts.rule;

import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Promql;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A query that finds what is wrong, and what to tell people about it.
 *
 * @param name in camel case, beginning with {@code OpenClaw}
 * @param severity what it asks of people
 * @param page the dashboard that shows more: overview, models, cost, messages, tools or gateway
 * @param expression the query; each series that it returns is an alert
 * @param lasting how long it must return the series before the alert fires; empty for at once
 * @param keepFiring how long the alert goes on firing after that; empty for not at all
 * @param labels labels beside the severity
 * @param summary a sentence without templates
 * @param description a template with the values
 */
public record Alert(
        String name,
        Severity severity,
        String page,
        Expression expression,
        String lasting,
        String keepFiring,
        Map<String, String> labels,
        String summary,
        String description)
        implements Rule {

    /** Says where, in words that fit a single Gateway and a fleet. */
    public static final String WHERE = "{{ $labels.job }}{{ with $labels.cluster }}, cluster {{ . }}{{ end }}"
            + "{{ with $labels.namespace }}, namespace {{ . }}{{ end }}";

    /** Returns the labels with the severity among them. */
    public Map<String, String> allLabels() {
        Map<String, String> all = new TreeMap<>(labels);
        all.put("severity", severity.text());
        return all;
    }

    /** Returns the texts for people, and where to read on. */
    public Map<String, Object> annotations(Settings settings) {
        Map<String, Object> annotations = new LinkedHashMap<>();
        annotations.put("summary", summary);
        annotations.put("description", description);
        annotations.put("runbook_url", settings.runbooks() + name + ".md");
        annotations.put("dashboard_url", settings.dashboards() + "d/openclaw-" + page);
        return annotations;
    }

    /** Returns an alert that fires at once and has no texts yet. */
    public static Alert when(String name, Severity severity, String page, Expression expression) {
        return new Alert(name, severity, page, expression, "", "", Map.of(), "", "");
    }

    /** Returns an alert without its query. */
    public static Alert of(String name, Severity severity, String page, String summary) {
        return when(name, severity, page, Promql.vector(0)).says(summary, "");
    }

    /** Returns an alert as this one, of something else. */
    public Alert when(Expression condition) {
        return new Alert(name, severity, page, condition, lasting, keepFiring, labels, summary, description);
    }

    /** Returns this alert with another severity. */
    public Alert graded(Severity grade) {
        return new Alert(name, grade, page, expression, lasting, keepFiring, labels, summary, description);
    }

    /** Returns this alert, which fires only when its query has returned the series for this long. */
    public Alert lasts(String duration) {
        return new Alert(name, severity, page, expression, duration, keepFiring, labels, summary, description);
    }

    /** Returns this alert, which goes on firing for this long. */
    public Alert keepsFiring(String duration) {
        return new Alert(name, severity, page, expression, lasting, duration, labels, summary, description);
    }

    /** Returns this alert with these labels beside the severity. */
    public Alert labelled(Map<String, String> more) {
        return new Alert(name, severity, page, expression, lasting, keepFiring, more, summary, description);
    }

    /** Returns this alert with these texts: a sentence, and a template with the values. */
    public Alert says(String sentence, String template) {
        return new Alert(name, severity, page, expression, lasting, keepFiring, labels, sentence, template);
    }
}
