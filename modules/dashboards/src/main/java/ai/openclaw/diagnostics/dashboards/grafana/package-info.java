/**
 * What a page is made of, in the JSON of Grafana.
 *
 * <p><b>Start here:</b> a {@link ai.openclaw.diagnostics.dashboards.grafana.Dashboard} has rows of
 * {@link ai.openclaw.diagnostics.dashboards.grafana.Panel}s. {@link ai.openclaw.diagnostics.dashboards.grafana.Panels} makes
 * one of each kind, a panel says where it differs, {@link ai.openclaw.diagnostics.dashboards.grafana.Table} is the kind with
 * columns, and {@link ai.openclaw.diagnostics.dashboards.grafana.Colours} knows which value of a label has which colour.
 *
 * <p><b>Threads:</b> one; panels and pages are changed while they are put together.
 *
 * <p><b>Not here:</b> which pages there are, and what they ask but for what every page shows.
 */
package ai.openclaw.diagnostics.dashboards.grafana;
