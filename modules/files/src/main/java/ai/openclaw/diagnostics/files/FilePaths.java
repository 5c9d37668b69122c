package ai.openclaw.diagnostics.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Parts of paths, and where links lead. */
public final class FilePaths {

    private static final int MAX_LINKS = 40;

    private FilePaths() {}

    /** Returns the last part of a path. */
    public static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Returns the absolute path of the folder that a file is in. */
    public static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    }

    /**
     * Returns the file that a link leads to in the end, whether or not that exists.
     *
     * @throws FileSystemLoopException if it leads to none
     */
    public static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemLoopException(name(file));
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** Tells whether a path, which does not exist, leads through a file as if that were a folder. */
    public static boolean isBelowFile(Path path) {
        Path existing = path.toAbsolutePath().getParent();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing != null && !Files.isDirectory(existing);
    }
}
