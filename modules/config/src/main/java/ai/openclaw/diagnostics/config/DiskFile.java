package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.ConfigFiles;
import ai.openclaw.diagnostics.files.AtomicFile;
import ai.openclaw.diagnostics.files.FileFailure;
import ai.openclaw.diagnostics.files.FileLock;
import ai.openclaw.diagnostics.files.FileOwner;
import ai.openclaw.diagnostics.files.FilePaths;
import ai.openclaw.diagnostics.files.MountPoints;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file and what it held when it was last read or replaced here. */
final class DiskFile {

    private final Path file;
    private byte @Nullable [] content;

    /** Creates one that held this, or did not exist. */
    DiskFile(Path file, byte @Nullable [] content) {
        this.file = file;
        this.content = content;
    }

    static DiskFile read(Path file) {
        return new DiskFile(file, ConfigFiles.read(file).orElse(null));
    }

    String name() {
        return FilePaths.name(file);
    }

    Path path() {
        return file;
    }

    /** Returns the text, empty if there is no such file. */
    String text() {
        return content == null ? "" : ConfigFiles.decoded(file, content);
    }

    /**
     * Makes a change while no other process changes the file; makes its folder if there is none.
     *
     * @throws ConfigException if the file could not be written
     */
    static <T> T locked(Path file, Supplier<T> change) {
        try {
            Path target = FilePaths.target(file);
            AtomicFile.createFolder(FilePaths.folder(target));
            refuseReadOnly(target);
            return FileLock.hold(target, change);
        } catch (IOException e) {
            throw cannotBeWritten(file, e);
        }
    }

    /**
     * Replaces the content and keeps the previous one beside it, unless they are the same.
     *
     * @throws ConfigException if the file does not hold what it held any more, or cannot be written
     */
    void replace(byte[] newContent) {
        if (Arrays.equals(content == null ? new byte[0] : content, newContent)) {
            return;
        }
        try {
            replace(FilePaths.target(file), newContent);
        } catch (IOException e) {
            throw cannotBeWritten(file, e);
        }
        content = newContent;
    }

    private void replace(Path target, byte[] newContent) throws IOException {
        AtomicFile.createFolder(FilePaths.folder(target));
        refuseReadOnly(target);
        AtomicFile.removeAbandoned(target);
        if (!Arrays.equals(ConfigFiles.read(target).orElse(null), content)) {
            throw new ConfigException(file + ": was changed by another program meanwhile; try again");
        }
        FileOwner owner = FileOwner.forReplacing(target);
        if (content != null) {
            AtomicFile.write(target.resolveSibling(FilePaths.name(target) + ".bak"), content, owner);
        }
        AtomicFile.write(target, newContent, owner);
    }

    /**
     * Refuses what cannot be replaced or what its owner protects.
     *
     * @throws IOException if the file cannot be replaced
     */
    static void refuseReadOnly(Path target) throws IOException {
        if (MountPoints.contains(target)) {
            throw new FileSystemException(
                    target.toString(),
                    null,
                    "it is a mount point and cannot be replaced; mount its folder " + FilePaths.folder(target)
                            + " instead of the single file");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new FileSystemException(target.toString(), null, "it is read-only");
        }
    }

    static ConfigException cannotBeWritten(Path file, IOException e) {
        return new ConfigException(file + ": cannot be written: " + FileFailure.reason(e));
    }
}
