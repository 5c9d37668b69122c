package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes and threads edit a file at the same time: no edit is lost. */
@Timeout(300)
class LockTest {

    private static final int PROCESSES = 3;
    private static final int THREADS = 2;
    private static final int EDITS = 15;

    @TempDir
    private Path folder;

    /** The child: adds items with distinct names to a list, from two threads. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            Path file = Path.of(arguments[0]);
            IntStream.range(0, THREADS).parallel().forEach(thread -> {
                for (int edit = 0; edit < EDITS; edit++) {
                    add(file, arguments[1] + "-" + thread + "-" + edit);
                }
            });
        }
    }

    private static void add(Path file, String item) {
        ConfigLocation location = new ConfigLocation(file, file.getParent(), "default");
        ConfigEditor.change(location, ConfigEnvironment.of(Map.of()), editor -> editor.add("plugins.allow", item));
    }

    @Test
    void noEditIsLost() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("openclaw.json"), "{\n  // keep me\n}\n");
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            children.add(start(file, "p" + i));
        }
        for (Process child : children) {
            assertThat(child.waitFor(4, TimeUnit.MINUTES)).isTrue();
            assertThat(child.exitValue()).isZero();
        }
        assertThat(GatewayConfig.read(file)
                        .get(Schema.PLUGINS_ALLOW)
                        .orElseThrow()
                        .value())
                .hasSize(PROCESSES * THREADS * EDITS)
                .doesNotHaveDuplicates();
        assertThat(file).content().contains("// keep me");
    }

    private static Process start(Path file, String name) throws IOException {
        String classes = Stream.of(
                        "target/test-classes",
                        "target/classes",
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"))
                .reduce((one, other) -> one + java.io.File.pathSeparator + other)
                .orElseThrow();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        Child.class.getName(),
                        file.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
