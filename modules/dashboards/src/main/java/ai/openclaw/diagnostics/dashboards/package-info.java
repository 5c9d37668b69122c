/**
 * The generator of the Grafana dashboards in {@code grafana/}.
 *
 * <p><b>Start here:</b> {@code Dashboards} lists the pages and their files. A page is a class of {@code dashboards.page};
 * {@code dashboards.query} is what several pages ask, {@code dashboards.grafana} what a page is made of.
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
