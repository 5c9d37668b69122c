package ai.openclaw.diagnostics.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads files that an operator names: tokens, certificates, configurations. Devices and pipes are never opened, since reading
 * one may not end, and no more than the limit is read, whatever size the system reports.
 */
public final class RegularFile {

    /** So many bytes may a file have. */
    public static final int MAX_BYTES = 1 << 20;

    private RegularFile() {}

    /** A file that is there and can never be read as one; the reason is the end of a sentence that the file's name begins. */
    public static final class UnusableFileException extends FileSystemException {
        private static final long serialVersionUID = 1L;

        UnusableFileException(Path file, String reason) {
            super(file.toString(), null, reason);
        }
    }

    /**
     * Returns the bytes of a file.
     *
     * @throws UnusableFileException if it is no regular file or too large
     * @throws IOException if it cannot be read
     */
    public static byte[] read(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(FilePaths.target(file), BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            String kind = attributes.isDirectory() ? "a folder" : "a device or pipe";
            throw new UnusableFileException(file, "is " + kind + ", must be a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new UnusableFileException(file, "is larger than " + MAX_BYTES + " bytes");
            }
            return content;
        }
    }

    /**
     * Returns the text of a file.
     *
     * @throws UnusableFileException if it is no regular file, too large or not UTF-8
     * @throws IOException if it cannot be read
     */
    public static String text(Path file) throws IOException {
        byte[] content = read(file);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnusableFileException(file, "is not UTF-8; save it as UTF-8");
        }
    }
}
