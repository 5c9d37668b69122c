package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that {@code plugins install} refuses, and the words in which it does; nothing is ever left behind. */
class PluginRefusalsTest {

    private static final String SERVICE = "ai.openclaw.diagnostics.spi.GatewayPlugin";

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsInstalledAndNothingIsLeft() throws IOException {
        Path plugins = folder.resolve("state/plugins");
        assertThat(plugins.resolve("installed.json")).doesNotExist();
        if (Files.exists(plugins)) {
            assertThat(plugins).isDirectoryNotContaining("glob:**.jar");
        }
    }

    @Test
    void aMissingFile() {
        assertRefused(folder.resolve("nowhere.jar"), "there is no such file");
    }

    @Test
    void aFolder() {
        assertRefused(folder, "it is not a file. Give the path of one jar");
    }

    @Test
    void aTextInPlaceOfAJar() throws IOException {
        Path file = Files.writeString(folder.resolve("text.jar"), "hello");
        assertRefused(file, "it is not a jar, or a damaged one: zip END header not found");
    }

    @Test
    void anEmptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.jar"));
        assertRefused(file, "it is not a jar, or a damaged one: zip file is empty");
    }

    @Test
    void aTruncatedJar() throws IOException {
        byte[] whole = Files.readAllBytes(greeter().jar(folder.resolve("whole.jar")));
        Path file = Files.write(folder.resolve("cut.jar"), Arrays.copyOf(whole, whole.length / 2));
        assertRefused(file, "it is not a jar, or a damaged one: zip END header not found");
    }

    @Test
    void aFileBeyond64MiB() throws IOException {
        Path file = folder.resolve("large.jar");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((64L << 20) + 1);
        }
        assertRefused(file, "67108865 bytes, at most 67108864");
    }

    @Test
    void aJarWithoutAModule() throws IOException {
        assertRefused(
                greeter().withoutDescriptor().jar(folder.resolve("plain.jar")),
                "it has no module-info.class; a plugin is an explicit module that provides " + SERVICE);
    }

    @Test
    void anAutomaticModule() throws IOException {
        assertRefused(
                greeter().automatic().jar(folder.resolve("automatic.jar")),
                "it has no module-info.class; a plugin is an explicit module that provides " + SERVICE);
    }

    @Test
    void aModuleThatProvidesNothing() throws IOException {
        assertRefused(
                greeter().providingNothing().jar(folder.resolve("library.jar")),
                "its module com.example.greeter does not provide " + SERVICE);
    }

    @Test
    void aModuleThatNeedsOneThatIsNotThere() throws IOException {
        assertRefused(
                greeter().requiring("com.example.missing").jar(folder.resolve("needy.jar")),
                "its module com.example.greeter cannot be resolved: Module com.example.missing not found, required by "
                        + "com.example.greeter");
    }

    @Test
    void aPluginThatFailsToBeMade() throws IOException {
        assertRefused(
                greeter()
                        .constructedWith("if (true) throw new IllegalStateException(\"no luck\");")
                        .jar(folder.resolve("failing.jar")),
                "its plugin failed with java.lang.IllegalStateException: no luck at "
                        + "com.example.greeter/com.example.greeter.Greeter0.<init>(Greeter0.java:8)");
    }

    @Test
    void aModuleForANewerJava() throws IOException {
        Path jar = greeter().jar(folder.resolve("newer.jar"));
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path descriptor = files.getPath("module-info.class");
            byte[] bytes = Files.readAllBytes(descriptor);
            bytes[7] = 99; // of Java 55
            Files.write(descriptor, bytes);
        }
        int here = Runtime.version().feature();
        assertRefused(
                jar,
                "it was compiled for Java 55, but this is Java " + here
                        + ": run the Gateway with Java 55, or use a build of the plugin for Java " + here);
    }

    @Test
    void aClassForANewerJava() throws IOException {
        Path jar = greeter().jar(folder.resolve("newer.jar"));
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path type = files.getPath("com/example/greeter/Greeter0.class");
            byte[] bytes = Files.readAllBytes(type);
            bytes[7] = 99;
            Files.write(type, bytes);
        }
        int here = Runtime.version().feature();
        assertRefused(
                jar,
                "its plugin was compiled for Java 55, but this is Java " + here
                        + ": run the Gateway with Java 55, or use a build of the plugin for Java " + here);
    }

    @Test
    void anIdThatNoConfigurationCanName() throws IOException {
        assertRefused(
                ExamplePlugin.of("two words").jar(folder.resolve("words.jar")),
                "its plugin id \"two words\" is not one that a configuration can name: letters, digits and _ . @ / - only");
    }

    @Test
    void twoPluginsOfOneIdInAJar() throws IOException {
        assertRefused(
                ExamplePlugin.of("greeter", "greeter").jar(folder.resolve("twins.jar")),
                "it has two plugins with the id greeter");
    }

    @Test
    void anIdOfABundledPlugin() throws IOException {
        Path jar = ExamplePlugin.of("diagnostics-prometheus").jar(folder.resolve("impostor.jar"));
        for (String[] force : new String[][] {{}, {"--force"}}) {
            Finished install = install(jar, force);
            assertThat(install.exitCode()).isEqualTo(1);
            assertThat(install.err())
                    .isEqualTo("The plugin " + jar
                            + " is not installed: its id diagnostics-prometheus is taken by a plugin "
                            + "bundled with the Gateway. Give it another id.\n");
        }
    }

    @Test
    void anIdOfAPluginInAFolder() throws IOException {
        Path other =
                greeter().jar(Files.createDirectory(folder.resolve("others")).resolve("g.jar"));
        Files.createDirectory(folder.resolve("state"));
        Files.writeString(
                folder.resolve("state/openclaw.json"), "{plugins: {load: {paths: ['" + other.getParent() + "']}}}");
        Path jar = greeter().jar(folder.resolve("greeter.jar"));
        Finished install = install(jar);
        assertThat(install.exitCode()).isEqualTo(1);
        assertThat(install.err())
                .isEqualTo("The plugin " + jar + " is not installed: its id greeter is taken by a plugin in " + other
                        + " (plugins.load.paths). Take that one out first.\n");
    }

    private void assertRefused(Path file, String reason) {
        Finished install = install(file);
        assertThat(install.err()).isEqualTo("The plugin " + file + " is refused: " + reason + ".\n");
        assertThat(install.out()).isEmpty();
        assertThat(install.exitCode()).isEqualTo(2);
    }

    private Finished install(Path file, String... options) {
        InProcess openclaw = InProcess.in(folder.resolve("state"));
        return options.length == 0
                ? openclaw.run("plugins", "install", file.toString())
                : openclaw.run("plugins", "install", file.toString(), options[0]);
    }

    private static ExamplePlugin greeter() {
        return ExamplePlugin.of("greeter");
    }
}
