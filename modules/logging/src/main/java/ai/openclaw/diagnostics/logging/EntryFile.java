package ai.openclaw.diagnostics.logging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Entries in a file. Each has a number, so that a reader sees a gap where some were not written. Any thread may write; the
 * file's own thread lays entries out, which are immutable, but for what was thrown: of that only classes and places are read.
 */
final class EntryFile implements AutoCloseable {

    private static final String LOGGER = FileLog.class.getName();

    private final LogFormat format;
    private final FileLog log;

    private EntryFile(LogFileOptions options, LogFormat format, Consumer<String> alarm) {
        this.format = format;
        this.log = FileLog.open(options, this::lossLine, alarm);
    }

    /** Opens a file; the alarm is told when it cannot be written, and must not write into it. */
    static EntryFile open(LogFileOptions options, LogFormat format, Consumer<String> alarm) {
        return new EntryFile(options, format, alarm);
    }

    /**
     * Tells whether an entry would find room; one that would not is counted, and need not be made.
     *
     * @param fault whether it is a warning or an error
     */
    boolean hasRoom(boolean fault) {
        return log.hasRoom(fault);
    }

    /** Has an entry written soon. */
    void write(LogEntry entry) {
        log.write(new Waiting(format, entry), entry.isFault());
    }

    /** An entry that is not laid out yet. */
    private record Waiting(LogFormat format, LogEntry entry) implements LogQueue.Entry {

        private static final int FRAME = 200;
        private static final int THROWN = 8_192;

        @Override
        public byte[] line(long number) {
            return bytes(format.format(entry, number));
        }

        @Override
        public int weight() {
            return FRAME + 2 * entry.message().length() + (entry.thrown() == null ? 0 : THROWN);
        }
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
