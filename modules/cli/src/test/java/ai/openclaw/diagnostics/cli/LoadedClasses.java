package ai.openclaw.diagnostics.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where a virtual machine found its classes, by the log that it writes itself. */
final class LoadedClasses {

    private static final String ARCHIVED = "source: shared objects file (top)";

    private final Path log;

    private LoadedClasses(Path log) {
        this.log = log;
    }

    /** Returns what a command with {@link #variables()} will have loaded; the log goes into this folder. */
    static LoadedClasses loggedIn(Path folder) {
        return new LoadedClasses(folder.resolve("classes.log"));
    }

    /** Returns the environment that makes a command log. */
    Map<String, String> variables() {
        return Map.of("OPENCLAW_JAVA_OPTS", "-Xlog:class+load:file=" + log);
    }

    /** Returns how many classes came from the application's own archive. */
    long archived() {
        return lines().stream().filter(line -> line.endsWith(ARCHIVED)).count();
    }

    /** Returns how many came from jars, or from the modules of an image. */
    long unarchived() {
        return lines().stream()
                .filter(line -> line.contains("source: jrt:/") || line.contains("source: file:"))
                .count();
    }

    /** Returns those that came from jars, or from the modules of an image, and whose name begins with this. */
    List<String> unarchived(String prefix) {
        return lines().stream()
                .filter(line -> line.contains(" " + prefix))
                .filter(line -> line.contains("source: jrt:/") || line.contains("source: file:"))
                .toList();
    }

    /** Tells whether a class was loaded from the application's own archive. */
    boolean hasArchived(String name) {
        return lines().stream().anyMatch(line -> line.contains(" " + name + " ") && line.endsWith(ARCHIVED));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException("the virtual machine logged nothing", e);
        }
    }
}
