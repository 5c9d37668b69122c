/**
 * The verticle that composes the exporter.
 *
 * <p><b>Start here:</b> a Gateway deploys a {@link ai.openclaw.diagnostics.plugin.DiagnosticsPrometheusVerticle} with
 * its channel, its router and its authentication handler. A Gateway that finds its plugins by service loader gets the
 * same from {@link ai.openclaw.diagnostics.spi.GatewayPlugin}.
 * {@link ai.openclaw.diagnostics.plugin.PrometheusExporter} is the exporter without Vert.x, as replays use it.
 *
 * <p><b>Threads:</b> recording happens on any thread, several at once; it never blocks on a scrape.
 *
 * <p><b>Allocation:</b> none for an event whose series are known.
 *
 * <p><b>Limits:</b> 2048 series; everything in memory; untrusted events are ignored.
 *
 * <p><b>Not here:</b> what an event updates, the text of the exposition, the endpoint, the rules for labels: each has its own module.
 */
package ai.openclaw.diagnostics.plugin;
