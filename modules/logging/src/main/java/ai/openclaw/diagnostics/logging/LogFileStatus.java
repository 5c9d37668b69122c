package ai.openclaw.diagnostics.logging;

import java.nio.file.Path;

/**
 * How a log file does.
 *
 * @param file the active file
 * @param bytes its size, 0 if it is not there
 * @param notWritten how many entries were not written since the start
 */
public record LogFileStatus(Path file, long bytes, long notWritten) {}
