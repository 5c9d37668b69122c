package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that edits without a pause is killed at random moments: the file is always whole. */
@Tag("slow")
class KillTest {

    private static final int KILLS = 20;
    private static final int MAX_LIFE_MS = 120;

    @TempDir
    private Path folder;

    /** The child: sets two values that belong together, again and again. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            Path file = Path.of(arguments[0]);
            int first = GatewayConfig.read(file)
                            .get(Schema.PORT)
                            .map(Setting::value)
                            .orElse(0)
                    + 1;
            ConfigEditor editor = ConfigEditor.open(file);
            for (int n = first; ; n++) {
                editor.set("gateway.port", n);
                editor.set("gateway.auth.token", token(n));
                editor.write();
                if (n == first + 1) {
                    System.out.println("ready");
                }
            }
        }
    }

    private static String token(int n) {
        return "t" + n + "-".repeat(100_000) + n;
    }

    @Test
    void aKillAtAnyMomentLeavesTheOldFileOrTheNew() throws IOException, InterruptedException {
        long seed = 7;
        Random random = new Random(seed);
        Path file = folder.resolve("openclaw.json");
        Path backup = folder.resolve("openclaw.json.bak");
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = start(file);
            assertThat(child.inputReader().readLine()).isEqualTo("ready");
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(MAX_LIFE_MS));
            while (System.nanoTime() < end) {
                number(file); // whole for concurrent readers, too
            }
            child.destroyForcibly();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
            int now = number(file);
            assertThat(number(backup)).as("kill %d", kill).isIn(now, now - 1);
        }
        assertThat(modes()).containsOnly("rw-------");
    }

    private static Process start(Path file) throws IOException {
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
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Returns the number that a whole file has in both of its values. */
    private static int number(Path file) {
        GatewayConfig config = GatewayConfig.read(file);
        int number = config.get(Schema.PORT).orElseThrow().value();
        assertThat(config.get(Schema.AUTH_TOKEN).orElseThrow().value().reveal()).isEqualTo(token(number));
        return number;
    }

    private List<String> modes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(KillTest::mode).toList();
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
