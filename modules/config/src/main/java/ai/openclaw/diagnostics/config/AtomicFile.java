package ai.openclaw.diagnostics.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Replaces a file as a whole: whoever reads it, and whenever the process is killed, finds the old content or the new. The
 * file is its owner's alone from the beginning on.
 *
 * <p>Any thread may call; of two writers of one file the later wins.
 */
public final class AtomicFile {

    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private AtomicFile() {}

    /**
     * Writes a file anew, mode 0600, through a temporary file beside it that is synced before it takes the name. What a
     * process that is killed leaves of that begins with a dot and ends in {@code .tmp}.
     *
     * @throws IOException if it cannot be written; then the old content stands
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling("." + ConfigFiles.name(file) + "." + UUID.randomUUID() + ".tmp");
        try {
            writeNew(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncFolder(folder(file));
    }

    static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
    }

    /**
     * Makes a folder and those above it, where they are missing, mode 0700.
     *
     * @throws IOException if it cannot be made
     */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, mode(folder, "rwx------"));
        }
    }

    /** Removes what processes that were killed left behind, once it is old enough to be nobody's. */
    static void removeAbandoned(Path file) throws IOException {
        Instant old = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(folder(file), entry -> isTemporaryOf(file, ConfigFiles.name(entry)))) {
            for (Path temporary : left) {
                if (Files.getLastModifiedTime(temporary).toInstant().isBefore(old)) {
                    Files.deleteIfExists(temporary);
                }
            }
        }
    }

    private static boolean isTemporaryOf(Path file, String name) {
        return name.startsWith("." + ConfigFiles.name(file) + ".") && name.endsWith(".tmp");
    }

    private static void writeNew(Path file, byte[] content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, mode(file, "rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] mode(Path file, String mode) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    /** Makes the new name survive a power failure, where folders can be synced. */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return; // some systems open no folders; the content itself is safe
        }
    }
}
