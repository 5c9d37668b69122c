package ai.openclaw.diagnostics.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Replaces a file as a whole: a reader, at any moment and also after the process was killed, finds the old content or the
 * new. The new file is its owner's alone until it is complete.
 *
 * <p>Any thread may call; of two writers of one file the later wins.
 */
public final class AtomicFile {

    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private AtomicFile() {}

    /**
     * Writes a file anew through a temporary file beside it that is synced before it takes the name. Owner, group and mode
     * are those of the file that it replaces, but a mode that let every user in becomes 0600; a new file is its owner's
     * alone. What a process that is killed leaves begins with a dot and ends in {@code .tmp}.
     *
     * @throws IOException if it cannot be written; the old content is then kept
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, FileOwner.forReplacing(file));
    }

    /**
     * Writes a file anew and gives it to an owner.
     *
     * @throws IOException if it cannot be written or given to that owner; the old content is then kept
     */
    public static void write(Path file, byte[] content, FileOwner owner) throws IOException {
        boolean replaces = Files.exists(file);
        Path temporary = file.resolveSibling("." + FilePaths.name(file) + "." + UUID.randomUUID() + ".tmp");
        try {
            writeNew(temporary, content);
            owner.takeOver(temporary, replaces);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncFolder(FilePaths.folder(file));
    }

    /**
     * Makes a folder and those above it, where they are missing, mode 0700.
     *
     * @throws IOException if it cannot be made
     */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createFolder(FilePaths.folder(folder));
            makeFolder(folder);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, mode(folder, "rwx------"));
            FileOwner.takeOverFolder(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            } // another process made it meanwhile
        }
    }

    /**
     * Finds out whether files can be made in a folder, or the folder itself.
     *
     * @throws IOException if not
     */
    public static void refuseReadOnly(Path folder) throws IOException {
        Path existing = folder;
        while (!Files.exists(existing)) {
            existing = FilePaths.folder(existing);
        }
        if (!Files.isDirectory(existing)) {
            throw new NotDirectoryException(existing.toString());
        }
        if (!Files.isWritable(existing)) {
            throw new FileSystemException(existing.toString(), null, "the folder " + existing + " is not writable");
        }
    }

    /**
     * Removes what processes that were killed left behind, once it is too old to be in use.
     *
     * @throws IOException if the folder cannot be read or a file cannot be removed
     */
    public static void removeAbandoned(Path file) throws IOException {
        Instant old = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(FilePaths.folder(file), entry -> isTemporaryOf(file, FilePaths.name(entry)))) {
            for (Path temporary : left) {
                if (Files.getLastModifiedTime(temporary).toInstant().isBefore(old)) {
                    Files.deleteIfExists(temporary);
                }
            }
        }
    }

    private static boolean isTemporaryOf(Path file, String name) {
        return name.startsWith("." + FilePaths.name(file) + ".") && name.endsWith(".tmp");
    }

    private static void writeNew(Path file, byte[] content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, ownerOnly(file))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    static FileAttribute<?>[] ownerOnly(Path file) {
        return mode(file, "rw-------");
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
