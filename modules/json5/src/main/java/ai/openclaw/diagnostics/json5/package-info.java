/**
 * Reads JSON5 as json5.org defines it, all of it, and changes single values of a text without touching the rest.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.json5.Json5Document} reads a text into
 * {@link ai.openclaw.diagnostics.json5.Json5Value}s, each with its position;
 * {@link ai.openclaw.diagnostics.json5.Json5Editor} changes a document and keeps its comments, order and layout.
 *
 * <p><b>Errors:</b> {@link ai.openclaw.diagnostics.json5.Json5Exception} has a position and a reason. No message and no
 * {@code toString} repeats the text, which may hold secrets.
 *
 * <p><b>Threads:</b> documents and values are immutable and may be shared; an editor is for one thread.
 *
 * <p><b>Limits:</b> 1 Mi characters, 64 levels, 1,000 characters a number. Reading takes one pass and time in proportion to
 * the text.
 *
 * <p><b>Not here:</b> what a document means, files, and mapping to Java types.
 */
package ai.openclaw.diagnostics.json5;
