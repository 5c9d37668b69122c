/**
 * Exposition formats as bytes.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.http.exposition.StoreExposition} renders a store in a
 * {@link ai.openclaw.diagnostics.http.exposition.Format} and an
 * {@link ai.openclaw.diagnostics.http.exposition.Encoding}. It holds the lines of every series as text and changes the
 * digits that changed. Bodies are put together from chunks, each of which knows itself in plain and in deflated bytes, is
 * brought up to date when its turn comes, and is deflated again only if it changed.
 *
 * <p><b>Threads:</b> an exposition may be shared; its calls are serialised.
 *
 * <p><b>Allocation:</b> for a series the first time it is exposed, for gauges that are not whole numbers, and for the body.
 *
 * <p><b>Limits:</b> at the default cap a body of some 4 MB. Sums are exact decimals; a scraper that reads them as doubles
 * gets the nearest one.
 *
 * <p><b>Not here:</b> Vert.x, and who may scrape: that is the route.
 */
package ai.openclaw.diagnostics.http.exposition;
