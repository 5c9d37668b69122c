package ai.openclaw.diagnostics.logging;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The active file: appended to, and renamed before it would grow too large. For one thread.
 *
 * <p>Other processes may append to the same file, and others may rename or delete it: it is known by its identity, not by its
 * name, and opened anew within a second. Mode 0600, in a folder of mode 0700.
 */
final class LogFile implements Closeable {

    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Set<StandardOpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    private final LogFileOptions options;
    private final LogArchives archives;
    private final InstantSource clock;
    private @Nullable FileChannel channel;
    private @Nullable Object identity;
    private long checked;

    LogFile(LogFileOptions options, LogArchives archives, InstantSource clock) {
        this.options = options;
        this.archives = archives;
        this.clock = clock;
    }

    /**
     * Appends whole lines: all of them or, if this throws, none.
     *
     * @throws IOException if the file cannot be opened or written; another try later may succeed
     */
    void append(ByteBuffer lines) throws IOException {
        FileChannel file = open();
        if (file.size() > 0 && file.size() + lines.remaining() > options.maxFileBytes()) {
            file = rotate();
        }
        long before = file.size();
        try {
            while (lines.hasRemaining()) {
                file.write(lines);
            }
        } catch (IOException e) {
            takeBack(file, before);
            throw e;
        }
    }

    /** Half a line would make the next one unreadable. */
    private static void takeBack(FileChannel file, long size) {
        try {
            file.truncate(size);
        } catch (IOException | RuntimeException ignored) {
            // the disk is full or gone, which is what the caller is told
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open != null && isCurrent()) {
            return open;
        }
        close();
        createFolder();
        FileChannel opened = FileChannel.open(options.file(), APPEND, ownerOnly("rw-------"));
        channel = opened;
        identity = identity();
        checked = System.nanoTime();
        return opened;
    }

    private boolean isCurrent() {
        long now = System.nanoTime();
        if (now - checked < CHECK_NANOS) {
            return true;
        }
        checked = now;
        return Objects.equals(identity, identity());
    }

    /** Returns what tells this file from another of its name, null if there is none. */
    private @Nullable Object identity() {
        try {
            return Files.readAttributes(options.file(), BasicFileAttributes.class)
                    .fileKey();
        } catch (IOException absent) {
            return null;
        }
    }

    private void createFolder() throws IOException {
        Path folder = Objects.requireNonNull(options.file().getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly("rwx------"));
        }
    }

    private FileAttribute<?>[] ownerOnly(String mode) {
        boolean posix =
                options.file().getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private FileChannel rotate() throws IOException {
        if (Objects.equals(identity, identity())) { // else another process just did
            archives.add(moveAside());
        }
        close();
        return open();
    }

    private Path moveAside() throws IOException {
        String time = TIME.format(clock.instant());
        for (int number = 0; ; number++) {
            Path aside = archives.name(time, number);
            try {
                return Files.move(options.file(), aside);
            } catch (FileAlreadyExistsException taken) {
                // by another process within this millisecond
            } catch (NoSuchFileException gone) {
                return aside;
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
}
