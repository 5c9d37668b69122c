/**
 * This project's own log entries as an {@code ExportLogsServiceRequest}.
 *
 * <p><b>Start here:</b> {@code LogEntries} takes entries in, {@code LogWriter} encodes them.
 *
 * <p><b>Threads:</b> any thread logs; one export at a time.
 *
 * <p><b>Limits:</b> a bounded number of entries waits; the newest is dropped and counted. Of an exception only the class is sent.
 *
 * <p><b>Not here:</b> entries of other libraries, which may hold anything.
 */
package ai.openclaw.diagnostics.otlp.logs;
