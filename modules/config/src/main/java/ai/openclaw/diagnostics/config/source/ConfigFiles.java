package ai.openclaw.diagnostics.config.source;

import ai.openclaw.diagnostics.files.FileFailure;
import ai.openclaw.diagnostics.files.FilePaths;
import ai.openclaw.diagnostics.files.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads regular files of a bounded size. */
public final class ConfigFiles {

    private ConfigFiles() {}

    /** Returns the text of a file, or nothing if there is no such file. */
    public static Optional<String> readText(Path file) {
        return read(file).map(bytes -> decoded(file, bytes));
    }

    /**
     * Returns the bytes of a file, or nothing if there is no such file. Reads no more than the limit, whatever size the
     * system reports, and opens no device or pipe.
     *
     * @throws ConfigException if it is no regular file, is too large or cannot be read
     */
    public static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(RegularFile.read(file));
        } catch (RegularFile.UnusableFileException e) {
            throw new ConfigException(file + ": " + e.getReason());
        } catch (NoSuchFileException e) {
            if (FilePaths.isBelowFile(file)) { // which newer JDKs do not tell from a missing file
                throw new ConfigException(file + ": cannot be read: not a directory");
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read: " + FileFailure.reason(e));
        }
    }

    /** Returns the text of a file with this content. */
    public static String decoded(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ConfigException(file + ": is not UTF-8; save it as UTF-8");
        }
    }
}
