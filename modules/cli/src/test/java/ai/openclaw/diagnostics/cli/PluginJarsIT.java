package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin in a separate jar, compiled and packed here, found in a folder that the configuration names. */
class PluginJarsIT {

    @Test
    void aJarInTheFolderIsListedAndDeployed(@TempDir Path state) throws IOException {
        Path plugins = Files.createDirectory(state.resolve("my-plugins"));
        Path jar = ExamplePlugin.of("greeter").jar(plugins.resolve("greeter.jar"));
        configure(state, plugins);
        assertThat(openclaw(state, "plugins", "list", "--enabled").out())
                .contains("greeter", "on", "found in plugins.load.paths");
        assertThat(openclaw(state, "plugins", "info", "greeter").out()).contains("origin: folder, in " + jar);
        try (RunningGateway gateway = RunningGateway.configured(state)) {
            assertThat(Loopback.get(gateway.url() + "/hello", Map.of()).body()).isEqualTo("Hello!");
        }
        assertThat(openclaw(state, "plugins", "disable", "greeter").exitCode()).isZero();
        assertThat(openclaw(state, "plugins", "list", "--enabled").out()).isEmpty();
    }

    @Test
    void whatItPublishesIsNotCounted(@TempDir Path state) throws IOException {
        Path plugins = Files.createDirectory(state.resolve("my-plugins"));
        ExamplePlugin.of("greeter").jar(plugins.resolve("greeter.jar"));
        Files.writeString(
                state.resolve("openclaw.json"),
                "{diagnostics: {enabled: true}, plugins: {load: {paths: ['" + plugins + "']},"
                        + " entries: {'diagnostics-prometheus': {enabled: true}}}}");
        try (RunningGateway gateway = RunningGateway.configured(state)) {
            Loopback.get(gateway.url() + "/hello", Map.of());
            assertThat(gateway.scrape().body()).contains("status=\"started\"").doesNotContain("greeter");
        }
    }

    @Test
    void aPluginMayRequireModulesOfJavaThatTheGatewayDoesNot(@TempDir Path state) throws IOException {
        Path plugins = Files.createDirectory(state.resolve("my-plugins"));
        ExamplePlugin.of("greeter").requiringOfJava("java.net.http", "java.sql").jar(plugins.resolve("greeter.jar"));
        configure(state, plugins);
        Finished list = openclaw(state, "plugins", "list");
        assertThat(list.err()).isEmpty();
        assertThat(list.out()).contains("greeter");
    }

    @Test
    void aJarThatIsNoPluginIsRefusedByName(@TempDir Path state) throws IOException {
        Path plugins = Files.createDirectory(state.resolve("my-plugins"));
        Path jar = ExamplePlugin.of("greeter").withoutDescriptor().jar(plugins.resolve("greeter.jar"));
        configure(state, plugins);
        Finished list = openclaw(state, "plugins", "list");
        assertThat(list.exitCode()).isEqualTo(2);
        assertThat(list.err())
                .isEqualTo(
                        "plugins.load.paths: the plugin " + jar + " is refused: it has no module-info.class; a plugin"
                                + " is an explicit module that provides"
                                + " ai.openclaw.diagnostics.spi.GatewayPlugin. Take it"
                                + " out of that folder.\n");
    }

    @Test
    void aFolderThatIsNotThereIsNamed(@TempDir Path state) throws IOException {
        configure(state, state.resolve("nowhere"));
        Finished list = openclaw(state, "plugins", "list");
        assertThat(list.exitCode()).isEqualTo(2);
        assertThat(list.err()).contains("the folder " + state.resolve("nowhere") + " cannot be read");
    }

    @Test
    void aPluginThatFailsEndsTheStartWithItsName(@TempDir Path state) throws IOException {
        Path plugins = Files.createDirectory(state.resolve("my-plugins"));
        ExamplePlugin.of("greeter")
                .creatingWith("if (true) throw new AssertionError(\"broken\");")
                .jar(plugins.resolve("greeter.jar"));
        configure(state, plugins);
        Finished run = openclaw(state, "gateway", "run", "--port", "0");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("The plugin greeter, in " + plugins.resolve("greeter.jar")
                        + " (plugins.load.paths), did not start: create() failed with"
                        + " java.lang.AssertionError: broken at ")
                .hasLineCount(1);
    }

    /** A supervisor restarts what has ended; a Gateway out of memory would neither answer nor end. */
    @Test
    void outOfMemoryTheProcessEnds(@TempDir Path state) throws IOException {
        Path plugins = Files.createDirectory(state.resolve("my-plugins"));
        ExamplePlugin.of("greeter")
                .creatingWith(
                        "var all = new java.util.ArrayList<byte[]>(); while (all.size() >= 0) all.add(new byte[1 <<"
                                + " 20]);")
                .jar(plugins.resolve("greeter.jar"));
        configure(state, plugins);
        List<String> command = List.of(PackagedApplication.SCRIPT.toString(), "gateway", "run", "--port", "0");
        try (ChildProcess run = ChildProcess.start(command, state, Map.of("OPENCLAW_JAVA_OPTS", "-Xmx64m"))) {
            assertThat(run.awaitExit(Await.PATIENCE)).isEqualTo(3);
            assertThat(run.out() + run.err()).contains("OutOfMemoryError");
        }
    }

    private static void configure(Path state, Path plugins) throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{plugins: {load: {paths: ['" + plugins + "']}}}");
    }

    private static Finished openclaw(Path state, String... arguments) {
        return PackagedApplication.runIn(state, arguments);
    }
}
