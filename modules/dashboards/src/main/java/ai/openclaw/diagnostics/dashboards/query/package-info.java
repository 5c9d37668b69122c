/**
 * What several pages ask.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.dashboards.query.Queries}; those about money are in
 * {@link ai.openclaw.diagnostics.dashboards.query.CostQueries}.
 *
 * <p><b>Threads:</b> everything is immutable.
 *
 * <p><b>Not here:</b> how an answer is shown. This package knows no other of the module.
 */
package ai.openclaw.diagnostics.dashboards.query;
