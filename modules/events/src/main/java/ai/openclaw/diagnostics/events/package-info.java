/**
 * What a Gateway reports, and how it gets to those who count it.
 *
 * <p><b>Start here:</b> a Gateway makes one {@link ai.openclaw.diagnostics.events.DiagnosticsChannel} and publishes a
 * {@link ai.openclaw.diagnostics.events.DiagnosticEvent} on it whenever something happens, together with its
 * {@link ai.openclaw.diagnostics.events.Provenance}. Events that arrive as JSON, from a recording or over a bus, go
 * through {@link ai.openclaw.diagnostics.events.EventDecoder} first.
 *
 * <p><b>Threads:</b> any thread may publish and subscribe. A subscriber runs on the publisher's thread.
 *
 * <p><b>Allocation:</b> publishing allocates nothing; decoding allocates the event and its texts.
 *
 * <p><b>Trust:</b> what nobody vouches for is published like anything else; whoever counts it decides. The Prometheus
 * exporter ignores it.
 *
 * <p><b>Limits:</b> events hold no identifiers and no content. What is malformed is counted by
 * {@link ai.openclaw.diagnostics.events.Rejections}, never thrown.
 *
 * <p><b>Not here:</b> which metric an event feeds (the plugin), which text may become a label (the policy).
 */
package ai.openclaw.diagnostics.events;
