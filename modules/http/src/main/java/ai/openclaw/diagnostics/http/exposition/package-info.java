/**
 * Exposition formats as bytes.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.http.exposition.TextExposition} writes a store in Prometheus
 * text format 0.0.4 into a {@link ai.openclaw.diagnostics.http.exposition.ByteSink}. Each further format is one more
 * class behind {@link ai.openclaw.diagnostics.http.exposition.Exposition}.
 *
 * <p><b>Threads:</b> an exposition may be shared, its calls are serialised; a sink belongs to one thread.
 *
 * <p><b>Allocation:</b> for a series the first time it is exposed, for a sink while it grows, for gauges that are not
 * whole numbers; otherwise none.
 *
 * <p><b>Limits:</b> at the default cap a body of some 4 MB. Sums are exact decimals; a scraper that reads them as doubles
 * gets the nearest one.
 *
 * <p><b>Not here:</b> Vert.x, and who may scrape: that is the route.
 */
package ai.openclaw.diagnostics.http.exposition;
