package ai.openclaw.diagnostics.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
        return ConfigFiles.name(file);
    }

    /** Returns the text, empty if there is no such file. */
    String text() {
        return content == null ? "" : ConfigFiles.decoded(file, content);
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
            replace(ConfigFiles.target(file), newContent);
        } catch (IOException e) {
            throw new ConfigException(name() + ": cannot be written: " + ConfigFiles.reason(e));
        }
        content = newContent;
    }

    private void replace(Path target, byte[] newContent) throws IOException {
        AtomicFile.createFolder(AtomicFile.folder(target));
        AtomicFile.removeAbandoned(target);
        if (!Arrays.equals(ConfigFiles.read(target).orElse(null), content)) {
            throw new ConfigException(name() + ": was changed by somebody else meanwhile; try again");
        }
        if (content != null) {
            AtomicFile.write(target.resolveSibling(ConfigFiles.name(target) + ".bak"), content);
        }
        AtomicFile.write(target, newContent);
    }
}
