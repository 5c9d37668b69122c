package ai.openclaw.diagnostics.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A publisher that overflows its stack while it records. In a separate Java virtual machine, since it takes code that is
 * interpreted in part, as everything is soon after the start.
 */
class StackOverflowTest {

    @Test
    void stackOverflowsOfPublishersLeaveCountsExact() throws IOException, InterruptedException {
        Path output = Path.of("target", "recursive-publishers.txt");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(
                                File.pathSeparator,
                                Path.of("target", "test-classes").toString(),
                                System.getProperty("jdk.module.path", ""),
                                System.getProperty("java.class.path")),
                        RecursivePublishers.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(program.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(output).content().startsWith("exact");
    }
}
