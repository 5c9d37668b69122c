/**
 * Every key of the configuration file, what it may hold, and the check of a file against that.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.config.schema.Schema} is the table of keys;
 * {@link ai.openclaw.diagnostics.config.schema.ValueType} says what a key may hold and reads it;
 * {@link ai.openclaw.diagnostics.config.schema.Checker} holds a whole {@link ai.openclaw.diagnostics.config.schema.ConfigText}
 * against the table.
 *
 * <p><b>Errors:</b> the checker collects every problem of a file before it refuses it. What is not known is answered with
 * the known key that is nearest, or with what {@link ai.openclaw.diagnostics.config.schema.ReferenceKeys} says of keys of
 * the reference Gateway.
 *
 * <p><b>Secrets:</b> {@link ai.openclaw.diagnostics.config.schema.Redaction} decides which keys and values a message shows.
 *
 * <p><b>Threads:</b> everything is immutable, but for a check in progress, which one thread makes.
 *
 * <p><b>Not here:</b> which source of a value prevails; see {@link ai.openclaw.diagnostics.config.Settings}.
 */
package ai.openclaw.diagnostics.config.schema;
