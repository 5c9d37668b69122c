package ai.openclaw.diagnostics.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** A plugin that answers {@code /hello} and fails on {@code /fail}, compiled and packed as its author would. */
final class PluginJar {

    private static final String DESCRIPTOR = """
            module com.example.greeter {
                requires ai.openclaw.diagnostics.plugin;
                %s
                provides ai.openclaw.diagnostics.plugin.GatewayPlugin with com.example.greeter.Greeter;
            }
            """;

    private static final String PLUGIN = """
            package com.example.greeter;

            import ai.openclaw.diagnostics.plugin.*;
            import io.vertx.core.*;

            public final class Greeter implements GatewayPlugin {
                @Override public String id() { return "greeter"; }
                @Override public String description() { return "Says hello."; }
                @Override public Deployable create(GatewayContext gateway) {
                    return new VerticleBase() {
                        @Override public Future<?> start() {
                            gateway.router().get("/hello").handler(context -> context.response().end("Hello!"));
                            gateway.router().get("/fail").handler(context -> {
                                throw new IllegalStateException("a prompt\\nwith sk-verysecret0123456789");
                            });
                            return Future.succeededFuture();
                        }
                    };
                }
            }
            """;

    private PluginJar() {}

    /** Packs it as a module that requires these modules beside those of the Gateway. */
    static void pack(Path folder, Path jar, String... required) throws IOException {
        jar(compiled(folder, required), jar);
    }

    /** Packs its classes alone, which make no module. */
    static void packWithoutDescriptor(Path folder, Path jar) throws IOException {
        Path classes = compiled(folder);
        Files.delete(classes.resolve("module-info.class"));
        jar(classes, jar);
    }

    private static Path compiled(Path folder, String... required) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String requires = Arrays.stream(required)
                .map(module -> "requires " + module + ";")
                .collect(Collectors.joining(" "));
        run(
                "javac",
                "--release",
                "17",
                "-p",
                "target/app/lib",
                "-d",
                classes.toString(),
                Files.writeString(sources.resolve("Greeter.java"), PLUGIN).toString(),
                Files.writeString(sources.resolve("module-info.java"), DESCRIPTOR.formatted(requires))
                        .toString());
        return classes;
    }

    private static void jar(Path classes, Path jar) {
        run("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
    }

    private static void run(String tool, String... arguments) {
        int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
        assertThat(exitCode).as(tool).isZero();
    }
}
