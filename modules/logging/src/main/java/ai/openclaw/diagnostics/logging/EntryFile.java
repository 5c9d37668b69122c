package ai.openclaw.diagnostics.logging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;

/** Entries in a file. Each has a number, so that a reader sees a gap where some were not written. Any thread may write. */
final class EntryFile implements AutoCloseable {

    private static final String LOGGER = FileLog.class.getName();

    private final LogFormat format;
    private final FileLog log;
    private long number; // guarded by this

    private EntryFile(LogFileOptions options, LogFormat format, Consumer<String> alarm) {
        this.format = format;
        this.log = FileLog.open(options, this::lossLine, alarm);
    }

    /** Opens a file; the alarm is told when it cannot be written, and must not write into it. */
    static EntryFile open(LogFileOptions options, LogFormat format, Consumer<String> alarm) {
        return new EntryFile(options, format, alarm);
    }

    /** Has an entry written soon. Its number and its place in the file go together, hence the lock. */
    synchronized void write(LogEntry entry) {
        log.write(bytes(format.format(entry, ++number)), entry.isFault());
    }

    private byte[] lossLine(long lost) {
        String message = lost + " entries were not written, since the log file was too slow or could not be written.";
        return bytes(format.format(new LogEntry(Instant.now(), "WARNING", LOGGER, message, null), LogFormat.NO_NUMBER));
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    LogFileStatus status() {
        return new LogFileStatus(
                log.options().file(), log.options().file().toFile().length(), log.notWritten());
    }

    @Override
    public void close() {
        log.close();
    }
}
