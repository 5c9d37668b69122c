package ai.openclaw.diagnostics.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files of a bounded size; its messages name a file without its folder. */
final class ConfigFiles {

    private static final int LARGEST = 1 << 20;
    private static final int MOST_LINKS = 40;

    private ConfigFiles() {}

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Returns the text of a file, or nothing if there is no such file. */
    static Optional<String> readText(Path file) {
        return read(file).map(bytes -> decoded(file, bytes));
    }

    /** Returns the bytes of a file, or nothing if there is no such file. */
    static Optional<byte[]> read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new ConfigException(name(file) + ": is a folder, must be a file");
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new ConfigException(name(file) + ": " + size + " bytes, at most " + LARGEST);
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ConfigException(name(file) + ": cannot be read: " + reason(e));
        }
    }

    static String decoded(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ConfigException(name(file) + ": not UTF-8");
        }
    }

    /** Returns why, without a path. */
    static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? "permission denied"
                : e.getClass().getSimpleName();
    }

    /** Returns the file that a link leads to in the end, whether or not that exists. */
    static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(name(file));
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }
}
