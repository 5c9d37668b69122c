/**
 * What configuration is read from: environment variables, and a file that may be somewhere else or not exist.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.config.source.ConfigLocation} finds the file in a
 * {@link ai.openclaw.diagnostics.config.source.ConfigEnvironment}. A
 * {@link ai.openclaw.diagnostics.config.source.Setting} is a value with its source, a
 * {@link ai.openclaw.diagnostics.config.source.Secret} one that nothing shows.
 *
 * <p><b>Errors:</b> {@link ai.openclaw.diagnostics.config.source.ConfigException}, with a line for each problem.
 *
 * <p><b>Threads:</b> everything is immutable.
 *
 * <p><b>Limits:</b> a regular file of 1 MiB, in UTF-8.
 *
 * <p><b>Not here:</b> what is in the file; {@code config.schema} knows the keys.
 */
package ai.openclaw.diagnostics.config.source;
