/**
 * What alerts read: recorded counts, ratios and quantiles, and the limits that they are held against.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.alerts.recorded.Recordings} has them all, by subject;
 * {@link ai.openclaw.diagnostics.alerts.recorded.Thresholds} defines every limit. How something is counted is in
 * {@link ai.openclaw.diagnostics.alerts.recorded.Counts}, and of what may fail, in
 * {@link ai.openclaw.diagnostics.alerts.recorded.Outcomes}.
 *
 * <p><b>Threads:</b> one.
 *
 * <p><b>Not here:</b> alerts; they depend on this package, which depends on {@code alerts.rule} alone.
 */
package ai.openclaw.diagnostics.alerts.recorded;
