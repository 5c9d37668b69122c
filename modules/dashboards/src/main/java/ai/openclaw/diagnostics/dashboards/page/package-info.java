/**
 * The pages.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.dashboards.page.OverviewPage}: the method {@code page()} is the page's
 * table of contents, and each panel is a method of a line or two: kind, title, unit, what to say about it, and its query.
 * A row of a long page is a class, such as {@code SessionPanels}, whose method {@code all()} lists its panels.
 *
 * <p><b>Threads:</b> one.
 *
 * <p><b>Not here:</b> what several pages ask, in {@code dashboards.query}; Grafana's JSON, in {@code dashboards.grafana}.
 */
package ai.openclaw.diagnostics.dashboards.page;
