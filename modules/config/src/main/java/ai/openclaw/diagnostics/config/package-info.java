/**
 * Which configuration is in force, where each value came from, and how to change it.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.config.GatewayConfig} reads and checks the file that
 * {@link ai.openclaw.diagnostics.config.source.ConfigLocation} finds, and
 * {@link ai.openclaw.diagnostics.config.Settings} lays flags over environment over file over defaults.
 * {@link ai.openclaw.diagnostics.config.ConfigEditor} changes a value and leaves everything around it as it was.
 * {@code config.schema} has every key and what it may hold, {@code config.source} what is read: the environment and the
 * file. This package depends on both, the schema on the source, neither on this.
 * {@link ai.openclaw.diagnostics.files.AtomicFile} is how files of the state directory are written.
 *
 * <p><b>Errors:</b> all of a file's at once, each a line with file, line, column, path, what was found and what is allowed.
 *
 * <p><b>Secrets:</b> credentials are {@link ai.openclaw.diagnostics.config.source.Secret}s. No message and no
 * {@code toString} has the text of one, nor of anything under a key that sounds like one.
 *
 * <p><b>Threads:</b> everything is immutable and may be shared, but for the editor and the builder of settings.
 *
 * <p><b>Limits:</b> a file of 1 MiB, 64 levels deep. See also those of module {@code json5}.
 *
 * <p><b>Not here:</b> what the values mean: deciding which plugin is on, compiling patterns, generating a token.
 */
package ai.openclaw.diagnostics.config;
