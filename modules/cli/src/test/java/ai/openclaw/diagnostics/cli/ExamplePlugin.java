package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plugin that answers {@code /hello}, publishes that it did, and fails on {@code /fail}: compiled and packed into a jar here; for tests, parts of it can be wrong. */
final class ExamplePlugin {

    static final String MODULE = "com.example.greeter";

    private static final String SOURCE = """
            package com.example.greeter;

            import ai.openclaw.diagnostics.events.*;
            import ai.openclaw.diagnostics.spi.*;
            import io.vertx.core.*;

            public final class NAME implements GatewayPlugin {
                public NAME() { CONSTRUCTION }
                @Override public String id() { return "ID"; }
                @Override public String description() { return "Says hello."; }
                @Override public Deployable create(GatewayContext gateway) {
                    CREATION
                    return new VerticleBase() {
                        @Override public Future<?> start() {
                            gateway.router().get("/hello").handler(context -> {
                                gateway.channel().publish(MessageDeliveryStarted.builder().channel("ID").deliveryKind("text").build(), Provenance.TRUSTED);
                                context.response().end("GREETING");
                            });
                            gateway.router().get("/fail").handler(context -> {
                                throw new IllegalStateException("a prompt\\nwith sk-verysecret0123456789");
                            });
                            return Future.succeededFuture();
                        }
                    };
                }
            }
            """;

    private final List<String> ids;
    private String greeting = "Hello!";
    private String construction = "";
    private String creation = "";
    private String requirement = "";
    private List<String> ofJava = List.of();
    private boolean descriptor = true;
    private boolean provided = true;
    private String manifest = "Created-By: a test\n";
    private int padding;

    private ExamplePlugin(List<String> ids) {
        this.ids = ids;
    }

    /** Returns one whose module has a plugin for each of these ids. */
    static ExamplePlugin of(String... ids) {
        return new ExamplePlugin(List.of(ids));
    }

    ExamplePlugin greeting(String text) {
        greeting = text;
        return this;
    }

    /** Puts a statement into the plugin's constructor. */
    ExamplePlugin constructedWith(String statement) {
        construction = statement;
        return this;
    }

    /** Puts a statement into the plugin's {@code create}. */
    ExamplePlugin creatingWith(String statement) {
        creation = statement;
        return this;
    }

    ExamplePlugin withoutDescriptor() {
        descriptor = false;
        return this;
    }

    ExamplePlugin automatic() {
        manifest = "Automatic-Module-Name: " + MODULE + "\n";
        return withoutDescriptor();
    }

    ExamplePlugin providingNothing() {
        provided = false;
        return this;
    }

    /** Lets the module require another one, which is there only when it is compiled. */
    ExamplePlugin requiring(String module) {
        requirement = module;
        return this;
    }

    /** Lets the module require these modules of the JDK. */
    ExamplePlugin requiringOfJava(String... modules) {
        ofJava = List.of(modules);
        return this;
    }

    /** Adds a resource of so many bytes that nothing can compress. */
    ExamplePlugin padded(int bytes) {
        padding = bytes;
        return this;
    }

    /** Compiles and packs it, and returns the jar. */
    Path jar(Path jar) throws IOException {
        Path work = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "work-");
        Path classes = compile(sources(work), work.resolve("classes"), modulePath(work));
        if (!descriptor) {
            Files.delete(classes.resolve("module-info.class"));
        }
        if (padding > 0) {
            byte[] bytes = new byte[padding];
            new Random(greeting.hashCode()).nextBytes(bytes);
            Files.write(classes.resolve("padding.bin"), bytes);
        }
        Path lines = Files.writeString(work.resolve("manifest"), manifest);
        run("jar", "--create", "--file", jar + "", "--manifest", lines + "", "-C", classes + "", ".");
        return jar;
    }

    private List<Path> sources(Path work) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String source = SOURCE.replace("NAME", "Greeter" + i)
                    .replace("ID", ids.get(i))
                    .replace("GREETING", greeting)
                    .replace("CONSTRUCTION", construction)
                    .replace("CREATION", creation);
            sources.add(Files.writeString(work.resolve("Greeter" + i + ".java"), source));
        }
        sources.add(Files.writeString(work.resolve("module-info.java"), descriptor()));
        return sources;
    }

    private String descriptor() {
        String providers = IntStream.range(0, ids.size())
                .mapToObj(i -> MODULE + ".Greeter" + i)
                .collect(Collectors.joining(", "));
        return "module " + MODULE + " { requires ai.openclaw.diagnostics.spi; "
                + (requirement.isEmpty() ? "" : "requires " + requirement + "; ")
                + ofJava.stream().map(it -> "requires " + it + "; ").collect(Collectors.joining())
                + (provided
                        ? "provides ai.openclaw.diagnostics.spi.GatewayPlugin with " + providers + ";"
                        : "exports " + MODULE + ";")
                + " }";
    }

    private String modulePath(Path work) throws IOException {
        String ours = System.getProperty("jdk.module.path", "target/app/lib");
        if (requirement.isEmpty()) {
            return ours;
        }
        Path folder = Files.createDirectory(work.resolve("required"));
        Path source = Files.writeString(folder.resolve("module-info.java"), "module " + requirement + " {}");
        return ours + System.getProperty("path.separator") + compile(List.of(source), folder.resolve("classes"), ours);
    }

    private static Path compile(List<Path> sources, Path classes, String modulePath) {
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-p", modulePath, "-d", classes + ""));
        sources.forEach(source -> arguments.add(source.toString()));
        run("javac", arguments.toArray(String[]::new));
        return classes;
    }

    private static void run(String tool, String... arguments) {
        int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
        assertThat(exitCode).as(tool).isZero();
    }
}
