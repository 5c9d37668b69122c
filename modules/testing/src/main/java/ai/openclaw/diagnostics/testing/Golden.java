package ai.openclaw.diagnostics.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file of wrong inputs with the full message for each, for people to read as a table. {@code -Ddocs.update} writes what
 * the messages are now.
 */
public final class Golden {

    private final Path file;

    private Golden(Path file) {
        this.file = file;
    }

    /** Returns the file of this name among the test's resources. */
    public static Golden file(String name) {
        return new Golden(Path.of("src/test/resources/messages", name));
    }

    /** Asserts that the file holds these cases with these messages, and no other. */
    public void assertHolds(Map<String, String> messages) {
        String text = messages.entrySet().stream()
                .map(it -> it.getKey() + "\n" + it.getValue().strip().indent(4))
                .collect(Collectors.joining("\n"));
        try {
            if (System.getProperty("docs.update") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be used", e);
        }
    }
}
