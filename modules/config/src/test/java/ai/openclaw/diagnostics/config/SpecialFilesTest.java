package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Paths that lead to something else than a file with a configuration. */
@Timeout(60)
class SpecialFilesTest {

    @TempDir
    private Path folder;

    private static void expect(Path file, String message) {
        assertThatThrownBy(() -> GatewayConfig.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    @Test
    void aDeviceIsNotOpened() {
        expect(Path.of("/dev/zero"), "/dev/zero: is a device or pipe, must be a file");
    }

    @Test
    void aPipeIsNotOpened() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(30, TimeUnit.SECONDS))
                .isTrue();
        expect(pipe, pipe + ": is a device or pipe, must be a file");
    }

    @Test
    void aFileOfTheSystemIsReadThoughItsSizeIsZero() {
        assertThatThrownBy(() -> GatewayConfig.read(Path.of("/proc/self/status")))
                .hasMessageStartingWith("status:")
                .hasMessageContaining("not JSON5");
    }

    @Test
    void aLoopOfLinksIsNoMissingFile() throws IOException {
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, Path.of("loop"));
        expect(loop, loop + ": cannot be read: too many levels of symbolic links");
    }

    @Test
    void aFileInAFileIsNoMissingFile() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "");
        expect(file.resolve("y"), file.resolve("y") + ": cannot be read: not a directory");
    }

    @Test
    void aNamedFileMustExist() {
        ConfigEnvironment environment = ConfigEnvironment.of(Map.of(
                "HOME",
                folder.toString(),
                "OPENCLAW_CONFIG_PATH",
                folder.resolve("typo.json").toString()));
        assertThatThrownBy(() -> GatewayConfig.read(ConfigLocation.resolve(null, environment), environment))
                .hasMessage("environment OPENCLAW_CONFIG_PATH: " + folder.resolve("typo.json")
                        + " does not exist; correct the path, or create the file with {} in it");
        ConfigEnvironment unnamed = ConfigEnvironment.of(Map.of("HOME", folder.toString()));
        assertThat(GatewayConfig.read(ConfigLocation.resolve(null, unnamed), unnamed)
                        .get(Schema.PORT))
                .isEmpty();
    }

    @Test
    void aHomeThatIsNotThereIsRefusedWhereItIsNeeded() {
        String home = System.getProperty("user.home");
        System.setProperty("user.home", "?");
        try {
            assertThatThrownBy(() -> ConfigLocation.resolve(null, ConfigEnvironment.of(Map.of())))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("set OPENCLAW_STATE_DIR");
            assertThat(ConfigLocation.resolve(null, ConfigEnvironment.of(Map.of("OPENCLAW_STATE_DIR", "/d")))
                            .file())
                    .isEqualTo(Path.of("/d/openclaw.json"));
        } finally {
            System.setProperty("user.home", home);
        }
        assertThatThrownBy(() -> ConfigLocation.resolve(null, ConfigEnvironment.of(Map.of("HOME", "here"))))
                .hasMessageContaining("HOME is not an absolute path");
    }
}
