package ai.openclaw.diagnostics.logging;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log file from near its end, and what is appended to it, whatever renames it meanwhile: it is known by its identity,
 * and a file that was renamed is read to its end before the new one is begun. For one thread.
 */
public final class LogTail implements Closeable {

    private static final int BUFFER_BYTES = 64 << 10;

    private final Path file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final StringLine line = new StringLine();
    private @Nullable FileChannel channel;
    private @Nullable Object identity;

    private LogTail(Path file) {
        this.file = file;
    }

    /**
     * Opens a file that may not be there yet.
     *
     * @param maxBytes how far before its end reading begins; the line that is cut there is left out
     */
    public static LogTail open(Path file, long maxBytes) throws IOException {
        LogTail tail = new LogTail(file);
        if (tail.openFile()) {
            tail.skipTo(maxBytes);
        }
        return tail;
    }

    private boolean openFile() throws IOException {
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            identity = identity();
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    private void skipTo(long maxBytes) throws IOException {
        FileChannel open = Objects.requireNonNull(channel);
        long begin = open.size() - maxBytes;
        if (begin > 0) {
            open.position(begin - 1); // of the byte before: a line end there means that no line is cut
            line.skipFirst();
        }
    }

    private @Nullable Object identity() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException absent) {
            return null;
        }
    }

    /** Hands over all lines that are complete by now, without their ends. Does not wait. */
    public void read(Consumer<String> lines) throws IOException {
        if (channel == null && !openFile()) {
            return;
        }
        boolean replaced =
                !Objects.equals(identity, identity()); // asked before the last read, so that nothing is missed
        readToEnd(lines);
        if (replaced) {
            line.end(lines);
            close();
            if (openFile()) {
                readToEnd(lines);
            }
        }
    }

    private void readToEnd(Consumer<String> lines) throws IOException {
        FileChannel open = Objects.requireNonNull(channel);
        if (open.position() > open.size()) { // it was cut, as by logrotate's copytruncate
            open.position(0);
        }
        while (open.read(buffer.clear()) > 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                line.add(buffer.get(), lines);
            }
        }
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }

    /** The line that is being read; a line longer than its bound is cut. */
    private static final class StringLine {
        private static final int MAX_BYTES = 1 << 20;
        private byte[] bytes = new byte[256];
        private int length;
        private boolean skipping;

        void skipFirst() {
            skipping = true;
        }

        void add(byte next, Consumer<String> lines) {
            if (next == '\n') {
                end(lines);
                skipping = false;
            } else if (length < MAX_BYTES) {
                if (length == bytes.length) {
                    bytes = java.util.Arrays.copyOf(bytes, 2 * length);
                }
                bytes[length++] = next;
            }
        }

        void end(Consumer<String> lines) {
            if (length > 0 && !skipping) {
                lines.accept(new String(bytes, 0, length, StandardCharsets.UTF_8));
            }
            length = 0;
        }
    }
}
