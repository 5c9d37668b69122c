package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.pluginhost.InstalledJar;
import ai.openclaw.diagnostics.testing.Await;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin's life in the packaged application: installed, turned on, at work, tampered with, uninstalled. */
class PluginInstallIT {

    @Test
    void fromAJarToAnAnswerAndAwayAgain(@TempDir Path folder) throws IOException {
        Path state = folder.resolve("state");
        Path jar = ExamplePlugin.of("greeter").jar(folder.resolve("greeter.jar"));

        assertThat(done(state, "plugins", "install", jar.toString()))
                .contains("Plugin greeter is installed from greeter.jar", "Next: openclaw plugins enable greeter");
        Files.delete(jar); // the copy is what counts
        assertThat(done(state, "plugins", "list")).containsPattern("greeter +off +installed +not enabled");
        assertThat(hello(state)).isEqualTo(404);

        assertThat(done(state, "plugins", "enable", "greeter")).contains("Restart the gateway to apply.");
        assertThat(hello(state)).isEqualTo(200);

        Path copy = copy(state);
        byte[] intact = Files.readAllBytes(copy);
        byte[] tampered = intact.clone();
        tampered[tampered.length / 2] ^= 1;
        Files.write(copy, tampered);
        Finished refused = PackagedApplication.runIn(state, "gateway", "run", "--port", "0");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .startsWith(
                        "The installed plugin greeter is refused: its jar must be as it was installed, with SHA-256 "
                                + InstalledJar.sha256(intact).substring(0, 12) + "…, but " + copy + " has "
                                + InstalledJar.sha256(tampered).substring(0, 12)
                                + "…. Install greeter.jar again, or run ")
                .hasLineCount(1);

        assertThat(done(state, "plugins", "uninstall", "greeter"))
                .contains("Plugin greeter is uninstalled.", "Still in", "plugins.entries.greeter");
        assertThat(done(state, "plugins", "list")).doesNotContain("greeter");
        assertThat(hello(state)).isEqualTo(404);
    }

    /** The modules of the application are fewer than those of a test's process, so this is for the application to say. */
    @Test
    void aModuleThatNeedsWhatTheApplicationHasNotIsRefused(@TempDir Path folder) throws IOException {
        Path jar = ExamplePlugin.of("greeter").requiring("com.example.missing").jar(folder.resolve("needy.jar"));
        Finished install = PackagedApplication.runIn(folder.resolve("state"), "plugins", "install", jar.toString());
        assertThat(install.exitCode()).isEqualTo(2);
        assertThat(install.err())
                .isEqualTo("The plugin " + jar + " is refused: its module com.example.greeter cannot be resolved: "
                        + "Module com.example.missing not found, required by com.example.greeter.\n");
    }

    @Test
    void anInstallationWaitsForAnotherToEnd(@TempDir Path folder) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("state/plugins"));
        Path jar = ExamplePlugin.of("greeter").jar(folder.resolve("greeter.jar"));
        try (FileChannel other =
                FileChannel.open(plugins.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = other.lock();
            try (ChildProcess install =
                    PackagedApplication.startIn(folder.resolve("state"), "plugins", "install", jar.toString())) {
                Await.pause(Duration.ofSeconds(2));
                assertThat(install.isAlive()).isTrue();
                assertThat(plugins.resolve("installed.json")).doesNotExist();
                lock.release();
                assertThat(install.awaitExit(Await.PATIENCE)).isZero();
            }
        }
        assertThat(plugins.resolve("installed.json")).exists();
    }

    private static String done(Path state, String... arguments) {
        Finished finished = PackagedApplication.runIn(state, arguments);
        assertThat(finished.exitCode()).as(finished.err()).isZero();
        return finished.out();
    }

    private static int hello(Path state) throws IOException {
        try (RunningGateway gateway = RunningGateway.configured(state)) {
            return Loopback.get(gateway.url() + "/hello", Map.of()).statusCode();
        }
    }

    private static Path copy(Path state) throws IOException {
        try (Stream<Path> files = Files.list(state.resolve("plugins"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
