/**
 * The alerts, by what they watch.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.alerts.domain.OpenClawRules} puts the groups together;
 * {@code GatewayAlerts}, {@code ModelAlerts}, {@code MessageAlerts} and {@code ObjectiveAlerts} define the alerts, and
 * {@code FailureAlerts} those of work of which a part may fail.
 *
 * <p><b>Threads:</b> one.
 *
 * <p><b>Not here:</b> what the alerts read, in {@code alerts.recorded}, with their limits.
 */
package ai.openclaw.diagnostics.alerts.domain;
