/**
 * The OTLP exporter.
 *
 * <p><b>Start here:</b> {@code OtlpSettings} says what is configured, {@code OtlpClient} sends.
 *
 * <p><b>Threads:</b> encoding happens on a worker thread, one export at a time; sending is on an event loop and never blocks.
 *
 * <p><b>Promise:</b> attributes come from the store's labels and from the label policy; nothing of hosts, processes, users,
 * prompts or identifiers is sent.
 *
 * <p><b>Not here:</b> recording (the recording module), the pull exporter (plugin, http).
 */
package ai.openclaw.diagnostics.otlp;
