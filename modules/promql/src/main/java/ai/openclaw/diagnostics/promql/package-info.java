/**
 * PromQL from the catalog, and a reader for queries in files.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.promql.Scope} holds the matchers that every selector of a
 * document shares, such as {@code job="openclaw"}, and makes a {@link ai.openclaw.diagnostics.promql.Selector} of a
 * family. The functions of {@link ai.openclaw.diagnostics.promql.OverTime} turn it into an
 * {@link ai.openclaw.diagnostics.promql.Expression}, whose methods are the operators;
 * {@link ai.openclaw.diagnostics.promql.Aggregations} and {@link ai.openclaw.diagnostics.promql.Promql} are the other
 * functions.
 *
 * <pre>{@code
 * Scope all = Scope.of("job=\"openclaw\"");
 * sum(rate(all.of(RUN_COMPLETED_TOTAL).is(OUTCOME, "error"), "5m"), PROVIDER, MODEL)
 * }</pre>
 *
 * <p><b>Promise:</b> what can be told from the catalog is checked when the query is made: that a family has the label,
 * the histogram the bound; that a counter is only read through {@code rate} and its like; that both sides of a division
 * or a set operation have the same labels. A mistake is a {@link ai.openclaw.diagnostics.promql.QueryException}.
 *
 * <p>{@link ai.openclaw.diagnostics.promql.QueryText} goes the other way: it finds the selectors in a text, so that tests
 * can hold committed files against the catalog without trusting what wrote them.
 *
 * <p><b>Threads:</b> everything is immutable.
 *
 * <p><b>Not here:</b> evaluation, and a full parser: promtool and Prometheus itself have them.
 */
package ai.openclaw.diagnostics.promql;
