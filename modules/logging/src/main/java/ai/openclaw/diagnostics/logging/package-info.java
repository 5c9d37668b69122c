/**
 * The log of the process on standard error and in a file: text or JSON, an entry a line, repeated faults once a minute.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.logging.Logs#use} makes it the log of the process.
 *
 * <p><b>Threads:</b> any thread may log; entries are written one after the other, each whole.
 *
 * <p><b>Not here:</b> what is logged: every class has its own logger.
 */
package ai.openclaw.diagnostics.logging;
