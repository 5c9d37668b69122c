package ai.openclaw.diagnostics.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Tells whether a path is a mount point, where the system has a list of them. */
public final class MountPoints {

    private static final Path LIST = Path.of("/proc/self/mountinfo");
    private static final int PATH_FIELD = 4;

    private MountPoints() {}

    /** Returns whether a file system is mounted on this very path; false where there is no list. */
    public static boolean contains(Path file) {
        try (Stream<String> mounts = Files.lines(LIST, StandardCharsets.ISO_8859_1)) {
            Path real = FilePaths.folder(file).toRealPath().resolve(FilePaths.name(file));
            String escaped = escaped(real.toString());
            return mounts.map(line -> line.split(" ")).anyMatch(fields -> fields[PATH_FIELD].equals(escaped));
        } catch (IOException | UncheckedIOException e) {
            return false; // no such list here
        }
    }

    /** Returns a path as the list has it: UTF-8 bytes, white space and backslashes in octal. */
    private static String escaped(String path) {
        String bytes = new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return bytes.replace("\\", "\\134")
                .replace(" ", "\\040")
                .replace("\t", "\\011")
                .replace("\n", "\\012");
    }
}
