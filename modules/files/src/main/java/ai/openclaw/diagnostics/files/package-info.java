/**
 * How files that matter are read and written.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.files.AtomicFile} replaces a file,
 * {@link ai.openclaw.diagnostics.files.FileLock} keeps others away meanwhile, and
 * {@link ai.openclaw.diagnostics.files.FileOwner} gives the new file to whom the old one belonged.
 *
 * <p><b>Threads:</b> any thread may call anything here; all of it waits for the disk, so none is an event loop's.
 */
package ai.openclaw.diagnostics.files;
