package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.pluginhost.DiscoveredPlugin;
import ai.openclaw.diagnostics.pluginhost.InstalledJar;
import ai.openclaw.diagnostics.pluginhost.PluginStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that installs, replaces and uninstalls without a pause is killed at random moments. */
@Tag("slow")
class PluginInstallKillTest {

    private static final int KILLS = 12;

    /** Kills come within or after each step of the child, however long the machine takes for it. */
    private static final int STEPS = 3;

    private static final int MAX_LIFE_MS = 250;
    private static final int PADDING = 4 << 20; // so that there is time to be killed in the middle of a jar
    private static final String THIS_MODULE = "ai.openclaw.diagnostics.cli";

    @TempDir
    private Path folder;

    /** The child: one jar, another in its place, none; again and again. */
    static final class Child {
        private Child() {}

        public static void main(String[] jars) {
            run("plugins", "install", "--force", jars[0]);
            while (true) {
                run("plugins", "install", "--force", jars[1]);
                run("plugins", "uninstall", "greeter");
                run("plugins", "install", "--force", jars[0]);
            }
        }

        private static void run(String... arguments) {
            if (Openclaw.commandLine(System.getenv()).execute(arguments) != 0) {
                System.exit(1);
            }
            System.err.println("done");
        }
    }

    @Test
    void aKillAtAnyMomentLeavesTheOldStateOrTheNew() throws IOException, InterruptedException {
        long seed = 11;
        Random random = new Random(seed);
        Path one = ExamplePlugin.of("greeter").padded(PADDING).jar(folder.resolve("one.jar"));
        Path two = ExamplePlugin.of("greeter").greeting("Hi!").padded(PADDING).jar(folder.resolve("two.jar"));
        Path state = folder.resolve("state");
        TreeSet<String> seen = new TreeSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = start(state, one, two);
            for (int step = 0; step <= kill % STEPS; step++) {
                assertThat(child.errorReader().readLine()).isEqualTo("done");
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(MAX_LIFE_MS));
            child.destroyForcibly();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
            seen.add(state(state));
        }
        assertThat(seen)
                .as("states that kills left")
                .isSubsetOf("none", "one.jar", "two.jar")
                .hasSizeGreaterThan(1);
        assertThat(InProcess.in(state)
                        .run("plugins", "install", "--force", one.toString())
                        .exitCode())
                .isZero();
        assertThat(names(state.resolve("plugins")))
                .containsExactly(".lock", InstalledJar.sha256(Files.readAllBytes(one)) + ".jar", "installed.json");
    }

    /** Returns the file that is installed, after it was checked and loaded as a Gateway does, or none. */
    private static String state(Path state) {
        List<DiscoveredPlugin> found = PluginStore.in(state).plugins();
        assertThat(found).hasSizeLessThan(2);
        return found.isEmpty() ? "none" : String.valueOf(found.get(0).file());
    }

    private static Process start(Path state, Path... jars) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-p",
                System.getProperty("jdk.module.path"),
                "--patch-module",
                THIS_MODULE + "=" + new File("target/test-classes").getAbsolutePath(),
                "-m",
                THIS_MODULE + "/" + Child.class.getName()));
        Stream.of(jars).map(Path::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OPENCLAW_STATE_DIR", state.toString());
        return builder.start();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
