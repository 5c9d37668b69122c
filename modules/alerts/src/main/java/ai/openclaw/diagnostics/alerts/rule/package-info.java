/**
 * What a rule is: an alert or a recording, in a group, for an engine and a site.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.alerts.rule.Alert} and
 * {@link ai.openclaw.diagnostics.alerts.rule.Recording}. {@link ai.openclaw.diagnostics.alerts.rule.Level} says whether
 * Gateways are counted one by one or by job.
 *
 * <p><b>Threads:</b> everything is immutable.
 *
 * <p><b>Not here:</b> which rules there are, and what their files look like. This package knows no other of the module.
 */
package ai.openclaw.diagnostics.alerts.rule;
