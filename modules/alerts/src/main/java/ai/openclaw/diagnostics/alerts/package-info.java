/**
 * The recording and alert rules of {@code alerts/}, as queries from the catalog and texts for people.
 *
 * <p><b>Start here:</b> {@code RuleFiles} makes files of the rules, and {@code Main} writes those of a site. What is in them
 * is in {@link ai.openclaw.diagnostics.alerts.domain.OpenClawRules}: alerts, and what they read, in
 * {@code alerts.recorded}. {@code alerts.rule} is what a rule is, {@code alerts.format} how it is written.
 *
 * <p><b>Promise:</b> a count includes the first value of a series that is born within its range, which {@code increase()}
 * misses; see {@link ai.openclaw.diagnostics.alerts.recorded.Counts}. Results keep the labels cluster, namespace and job,
 * so that one Gateway and a fleet are served by the same rules.
 *
 * <p><b>To add an alert:</b> define it, write its cases in {@code alerts/tests} and its page in {@code docs/runbooks}, and
 * run the tests with {@code -Ddocs.update}. They fail until all of these are there.
 *
 * <p><b>Threads:</b> one.
 *
 * <p><b>Not here:</b> queries of dashboards; evaluation, which is Prometheus's.
 */
package ai.openclaw.diagnostics.alerts;
