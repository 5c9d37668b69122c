/**
 * What a Gateway reports, and how subscribers get it.
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
 * <p><b>Trust:</b> an untrusted event is delivered like any other; each subscriber decides. The Prometheus exporter ignores
 * it.
 *
 * <p><b>Limits:</b> events have no content and no identifiers but those of a
 * {@link ai.openclaw.diagnostics.events.TraceContext}. What is malformed is counted by
 * {@link ai.openclaw.diagnostics.events.Rejections}, never thrown.
 *
 * <p><b>One more type</b> is a record that {@link ai.openclaw.diagnostics.events.DiagnosticEvent} permits: its constructor
 * names its fields in JSON, and everything else is derived from it.
 *
 * <p><b>Not here:</b> which metric an event feeds (the plugin), which text may become a label (the policy).
 */
package ai.openclaw.diagnostics.events;
