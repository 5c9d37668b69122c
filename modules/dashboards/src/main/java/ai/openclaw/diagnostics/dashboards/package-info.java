/**
 * The generator of the Grafana dashboards in {@code grafana/}.
 *
 * <p><b>Start here:</b> a page is a class, such as {@code OverviewPage}; its method {@code page()} is the page's table of
 * contents, and each panel is a method of a line or two: kind, title, unit, what to say about it, and its query.
 * {@code Panel} has the kinds and what may differ between panels of a kind, {@code Queries} what several pages ask,
 * {@code Colours} which value of a label has which colour.
 *
 * <p><b>To change a dashboard:</b> change its page, and run
 * {@code mvn test -pl modules/dashboards -am -Dtest=FilesTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update}.
 *
 * <p><b>Threads:</b> one; panels and pages are changed while they are put together.
 *
 * <p><b>Limits:</b> a renamed family or label does not compile here, and a query that contradicts the catalog is refused
 * when it is made. What the files say is checked apart, by tests that read them as Grafana does.
 */
package ai.openclaw.diagnostics.dashboards;
