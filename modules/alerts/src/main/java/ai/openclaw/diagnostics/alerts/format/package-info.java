/**
 * How rules are written: in the form of Prometheus and in that of Grafana, as YAML.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.alerts.format.PrometheusRules} and
 * {@link ai.openclaw.diagnostics.alerts.format.GrafanaRules} make values of groups,
 * {@link ai.openclaw.diagnostics.alerts.format.Yaml} a text of values.
 *
 * <p><b>Threads:</b> one.
 *
 * <p><b>Not here:</b> which files there are; this package depends on {@code alerts.rule} alone.
 */
package ai.openclaw.diagnostics.alerts.format;
