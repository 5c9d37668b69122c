/**
 * How files that matter are read and written. {@link ai.openclaw.diagnostics.files.AtomicFile} replaces one,
 * {@link ai.openclaw.diagnostics.files.FileLock} keeps others away meanwhile, and
 * {@link ai.openclaw.diagnostics.files.FileOwner} gives the new file to whom the old one belonged.
 */
package ai.openclaw.diagnostics.files;
