package ai.openclaw.diagnostics.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.gateway.PackagedApplication.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin in a jar of its own, compiled and packed here, found in a folder that the configuration names. */
class PluginJarsIT {

    private static final String DESCRIPTOR = """
            module com.example.greeter {
                requires ai.openclaw.diagnostics.plugin;
                provides ai.openclaw.diagnostics.plugin.GatewayPlugin with com.example.greeter.Greeter;
            }
            """;

    private static final String PLUGIN = """
            package com.example.greeter;

            import ai.openclaw.diagnostics.events.*;
            import ai.openclaw.diagnostics.plugin.*;
            import io.vertx.core.*;

            public final class Greeter implements GatewayPlugin {
                @Override public String id() { return "greeter"; }
                @Override public String description() { return "Says hello."; }
                @Override public Deployable create(GatewayContext gateway) {
                    return new VerticleBase() {
                        @Override public Future<?> start() {
                            gateway.router().get("/hello").handler(context -> {
                                gateway.channel().publish(new MessageDeliveryStarted("greeter", "text"), Provenance.TRUSTED);
                                context.response().end("Hello!");
                            });
                            return Future.succeededFuture();
                        }
                    };
                }
            }
            """;

    @Test
    void aJarInTheFolderIsListedAndDeployed(@TempDir Path state) throws IOException {
        Path plugins = Files.createDirectory(state.resolve("plugins"));
        jar(state, plugins.resolve("greeter.jar"), true);
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
    void whatItPublishesIsNotCounted(@TempDir Path state) throws IOException {
        Path plugins = Files.createDirectory(state.resolve("plugins"));
        jar(state, plugins.resolve("greeter.jar"), true);
        Files.writeString(
                state.resolve("openclaw.json"),
                "{diagnostics: {enabled: true}, plugins: {load: {paths: ['" + plugins + "']},"
                        + " entries: {'diagnostics-prometheus': {enabled: true}}}}");
        try (RunningGateway gateway = RunningGateway.configured(state)) {
            Loopback.get(gateway.url() + "/hello", java.util.Map.of());
            assertThat(gateway.scrape().body()).contains("status=\"started\"").doesNotContain("greeter");
        }
    }

    @Test
    void aJarThatIsNoPluginIsRefusedByName(@TempDir Path state) throws IOException {
        Path plugins = Files.createDirectory(state.resolve("plugins"));
        jar(state, plugins.resolve("greeter.jar"), false);
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

    private static void jar(Path folder, Path jar, boolean module) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path plugin = Files.writeString(sources.resolve("Greeter.java"), PLUGIN);
        Path descriptor = Files.writeString(sources.resolve("module-info.java"), DESCRIPTOR);
        run(
                "javac",
                "--release",
                "17",
                "-p",
                "target/app/lib",
                "-d",
                classes.toString(),
                plugin.toString(),
                descriptor.toString());
        if (!module) {
            Files.delete(classes.resolve("module-info.class"));
        }
        run("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
    }

    private static void run(String tool, String... arguments) {
        int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
        assertThat(exitCode).as(tool).isZero();
    }

    private static Finished openclaw(Path state, String... arguments) {
        return PackagedApplication.runIn(state, arguments);
    }
}
