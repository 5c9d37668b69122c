package ai.openclaw.diagnostics.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.gateway.PackagedApplication.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin in a jar of its own, compiled and packed here, found in a folder that the configuration names. */
class PluginJarsIT {

    @Test
    void aJarInTheFolderIsListedAndDeployed(@TempDir Path state) throws IOException {
        Path plugins = Files.createDirectory(state.resolve("plugins"));
        PluginJar.pack(state, plugins.resolve("greeter.jar"));
        configure(state, plugins);
        assertThat(openclaw(state, "plugins", "list", "--enabled").out())
                .contains("greeter", "on", "found in plugins.load.paths");
        try (RunningGateway gateway = RunningGateway.configured(state)) {
            assertThat(Loopback.get(gateway.url() + "/hello", java.util.Map.of())
                            .body())
                    .isEqualTo("Hello!");
        }
        assertThat(openclaw(state, "plugins", "disable", "greeter").exitCode()).isZero();
        assertThat(openclaw(state, "plugins", "list", "--enabled").out()).isEmpty();
    }

    @Test
    void aPluginMayRequireModulesOfJavaThatTheGatewayDoesNot(@TempDir Path state) throws IOException {
        Path plugins = Files.createDirectory(state.resolve("plugins"));
        PluginJar.pack(state, plugins.resolve("greeter.jar"), "java.net.http", "java.sql");
        configure(state, plugins);
        Finished list = openclaw(state, "plugins", "list");
        assertThat(list.err()).isEmpty();
        assertThat(list.out()).contains("greeter");
    }

    @Test
    void aJarThatIsNoPluginIsRefusedByName(@TempDir Path state) throws IOException {
        Path plugins = Files.createDirectory(state.resolve("plugins"));
        PluginJar.packWithoutDescriptor(state, plugins.resolve("greeter.jar"));
        configure(state, plugins);
        Finished list = openclaw(state, "plugins", "list");
        assertThat(list.exitCode()).isEqualTo(2);
        assertThat(list.err())
                .contains("greeter.jar is refused: it is not a module that provides")
                .hasLineCount(1);
    }

    @Test
    void aFolderThatIsNotThereIsNamed(@TempDir Path state) throws IOException {
        configure(state, state.resolve("nowhere"));
        Finished list = openclaw(state, "plugins", "list");
        assertThat(list.exitCode()).isEqualTo(2);
        assertThat(list.err()).contains("the folder " + state.resolve("nowhere") + " cannot be read");
    }

    private static void configure(Path state, Path plugins) throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{plugins: {load: {paths: ['" + plugins + "']}}}");
    }

    private static Finished openclaw(Path state, String... arguments) {
        return PackagedApplication.runIn(state, arguments);
    }
}
