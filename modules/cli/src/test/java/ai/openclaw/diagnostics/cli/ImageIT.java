package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runtime image that the profile {@code release} makes, where there is no Java but its own. */
class ImageIT {

    private static final Path IMAGE = Path.of("target/image");
    private static final List<String> TOOLS = List.of("dirname", "readlink", "wc");

    @TempDir
    private Path folder;

    private Map<String, String> withoutJava;

    @BeforeEach
    void hideJava() throws IOException {
        Path path = Files.createDirectory(folder.resolve("path"));
        for (String tool : TOOLS) {
            Path script = Files.writeString(path.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        }
        withoutJava = Map.of("PATH", path.toString(), "JAVA_HOME", "");
    }

    @Test
    void theDemoIsScrapedWithThePrintedToken() throws IOException {
        LoadedClasses classes = LoadedClasses.loggedIn(folder);
        try (RunningGateway gateway = RunningGateway.awaitStart(
                start(IMAGE, classes.variables(), "gateway", "run", "--demo", "--port", "0"), folder)) {
            gateway.scrapeUntil("openclaw_model_tokens_total{");
            gateway.scrapeUntil("openclaw_memory_bytes{");
            assertThat(gateway.process().err()).isEmpty();
            String port = gateway.address().replaceAll(".*:", "");
            Finished health = PackagedApplication.end(start(IMAGE, Map.of(), "health", "--port", port));
            assertThat(health.exitCode()).as(health.err()).isZero();
        }
        assertThat(classes.archived()).isGreaterThan(1_500);
    }

    @Test
    void aPluginMayRequireModulesOfJavaThatTheGatewayDoesNot() throws IOException {
        Path plugins = Files.createDirectory(folder.resolve("my-plugins"));
        ExamplePlugin.of("greeter")
                .requiringOfJava("java.net.http", "java.sql", "java.xml.crypto")
                .jar(plugins.resolve("greeter.jar"));
        Files.writeString(folder.resolve("openclaw.json"), "{plugins: {load: {paths: ['" + plugins + "']}}}");
        Finished list = PackagedApplication.end(start(IMAGE, Map.of(), "plugins", "list"));
        assertThat(list.err()).isEmpty();
        assertThat(list.exitCode()).isZero();
        assertThat(list.out()).contains("diagnostics-prometheus", "greeter");
    }

    @Test
    void anImageThatWasMovedStillStartsFromItsArchive() {
        Path moved = folder.resolve("moved");
        try (ChildProcess copy = ChildProcess.start(List.of("cp", "-a", IMAGE.toString(), moved.toString()))) {
            assertThat(copy.awaitExit(Await.PATIENCE)).isZero();
        }
        LoadedClasses classes = LoadedClasses.loggedIn(folder);
        Finished version = PackagedApplication.end(start(moved, classes.variables(), "--version"));
        assertThat(version.err()).isEmpty();
        assertThat(version.out()).startsWith("openclaw ");
        assertThat(classes.archived()).isPositive();
    }

    private ChildProcess start(Path image, Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new HashMap<>(withoutJava);
        environment.putAll(variables);
        return ChildProcess.start(
                Stream.concat(Stream.of(image.resolve("bin/openclaw").toString()), Stream.of(arguments))
                        .toList(),
                folder,
                environment);
    }
}
