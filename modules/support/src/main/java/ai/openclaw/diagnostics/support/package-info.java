/**
 * The support bundle.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.support.SupportBundle} collects files and writes the ZIP.
 * {@link ai.openclaw.diagnostics.support.LocalFiles} makes those of the configuration, the log and the last failure,
 * {@link ai.openclaw.diagnostics.support.StabilityFile} keeps why a Gateway ended.
 *
 * <p><b>What may be in it:</b> names, numbers and sentences of this project. {@link ai.openclaw.diagnostics.support.Redactor} takes
 * out of a sentence what may be private: paths, URLs, addresses, quoted texts, what looks like a secret.
 *
 * <p><b>Threads:</b> all of it is for one thread, which may wait for a disk.
 *
 * <p><b>Limits:</b> 16 MiB before compression; of a log at most the bytes and lines that are asked for.
 *
 * <p><b>Not here:</b> what a running Gateway adds ({@code operator}), options and exit codes (the command line).
 */
package ai.openclaw.diagnostics.support;
