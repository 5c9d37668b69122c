package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.pluginhost.InstalledJar;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plugins install} and {@code uninstall} say, and what is on the disk then. */
class PluginInstallTest {

    @TempDir
    private static Path jars;

    private static Path jar;
    private static Path newer;

    @TempDir
    private Path state;

    private Path folder;
    private InProcess openclaw;

    @BeforeAll
    static void compile() throws IOException {
        jar = ExamplePlugin.of("greeter").jar(jars.resolve("greeter.jar"));
        newer = ExamplePlugin.of("greeter").greeting("Hi!").jar(jars.resolve("greeter-2.jar"));
    }

    @BeforeEach
    void nameTheFolder() {
        folder = state.resolve("plugins");
        openclaw = InProcess.in(state);
    }

    @Test
    void anInstalledPluginIsOffAndTheNextCommandIsNamed() throws IOException {
        assertThat(done("install", jar.toString()))
                .isEqualTo("Plugin greeter is installed from greeter.jar (module com.example.greeter, SHA-256 "
                        + abridged(jar) + ").\ngreeter is off: not enabled; installed plugins are off by default. "
                        + "Next: openclaw plugins enable greeter\n");
        assertThat(done("list")).containsPattern("greeter +off +installed +not enabled; installed plugins are off");
        assertThat(done("enable", "greeter")).startsWith("Enabled plugin \"greeter\".");
        assertThat(done("list", "--enabled"))
                .containsPattern("^greeter +on +installed +plugins.entries.greeter.enabled");
    }

    @Test
    void theCopyAndItsRecordAreTheirOwnersAlone() throws IOException {
        done("install", jar.toString());
        assertThat(names()).containsExactly(".lock", sha256(jar) + ".jar", "installed.json");
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(copy(jar))).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("installed.json"))).isEqualTo("rw-------");
        assertThat(copy(jar)).hasSameBinaryContentAs(jar);
        JsonObject record = new JsonObject(Files.readString(folder.resolve("installed.json")))
                .getJsonArray("installed")
                .getJsonObject(0);
        assertThat(record)
                .isEqualTo(new JsonObject()
                        .put("ids", new JsonArray().add("greeter"))
                        .put("module", ExamplePlugin.MODULE)
                        .put("file", "greeter.jar")
                        .put("sha256", sha256(jar)));
    }

    @Test
    void infoShowsOriginModuleAndSha256() throws IOException {
        done("install", jar.toString());
        assertThat(done("info", "greeter")).isEqualTo("""
            greeter: Says hello.
            off: not enabled; installed plugins are off by default
            origin: installed, installed from greeter.jar
            module: com.example.greeter
            SHA-256: %s
            """.formatted(sha256(jar)));
        assertThat(new JsonObject(done("info", "greeter", "--json")).getMap())
                .containsEntry("origin", "installed")
                .containsEntry("module", "com.example.greeter")
                .containsEntry("file", "greeter.jar")
                .containsEntry("sha256", sha256(jar));
    }

    @Test
    void everyListedPluginHasAnOrigin() throws IOException {
        done("install", jar.toString());
        Path others = Files.createDirectory(state.resolve("others"));
        ExamplePlugin.of("neighbour").jar(others.resolve("n.jar"));
        configure("plugins: {load: {paths: ['" + others + "']}}");
        assertThat(new JsonObject(done("list", "--json"))
                        .getJsonArray("plugins").stream()
                                .map(JsonObject.class::cast)
                                .map(it -> it.getString("id") + " " + it.getString("origin")))
                .containsExactly(
                        "diagnostics-otel bundled",
                        "diagnostics-prometheus bundled",
                        "greeter installed",
                        "neighbour folder");
    }

    @Test
    void theSameJarTwiceIsASuccessThatSaysSo() throws IOException {
        done("install", jar.toString());
        byte[] record = Files.readAllBytes(folder.resolve("installed.json"));
        assertThat(done("install", jar.toString()))
                .startsWith("Plugin greeter is installed already, from this very jar.\ngreeter is off: ");
        assertThat(folder.resolve("installed.json")).hasBinaryContent(record);
    }

    @Test
    void anotherJarOfTheSameIdIsRefusedAndTheWayOutIsNamed() throws IOException {
        done("install", jar.toString());
        assertThat(failed(1, "install", newer.toString()))
                .isEqualTo(
                        "The plugin " + newer + " is not installed: its id greeter is taken by a plugin installed from "
                                + "greeter.jar (SHA-256 " + abridged(jar)
                                + "). Run `openclaw plugins uninstall greeter` first, or replace it with --force.\n");
        assertThat(names()).containsExactly(".lock", sha256(jar) + ".jar", "installed.json");
    }

    @Test
    void forceReplacesAPluginThatIsOnAndItStaysOn() throws IOException {
        done("install", jar.toString());
        done("enable", "greeter");
        assertThat(done("install", "--force", newer.toString()))
                .isEqualTo("Plugin greeter is installed from greeter-2.jar (module com.example.greeter, SHA-256 "
                        + abridged(newer) + "). It replaces greeter from greeter.jar (SHA-256 " + abridged(jar)
                        + ").\n"
                        + "greeter is on: plugins.entries.greeter.enabled is true. Restart the Gateway to"
                        + " apply it.\n");
        assertThat(names()).containsExactly(".lock", sha256(newer) + ".jar", "installed.json");
    }

    @Test
    void uninstallRemovesJarAndRecordAndTellsWhatRemains() throws IOException {
        done("install", jar.toString());
        configure("plugins: {allow: ['greeter'], entries: {greeter: {config: {a: 1}}}}");
        assertThat(done("uninstall", "greeter"))
                .isEqualTo("Plugin greeter is uninstalled. Restart the Gateway to apply it.\nStill in "
                        + state.resolve("openclaw.json") + ", for when it is installed again: plugins.entries.greeter, "
                        + "greeter in plugins.allow.\n");
        assertThat(names()).containsExactly(".lock", "installed.json");
        assertThat(done("list")).doesNotContain("greeter");
    }

    @Test
    void aJarOfSeveralPluginsComesAndGoesAsOne() throws IOException {
        Path two = ExamplePlugin.of("one", "two").jar(jars.resolve("two.jar"));
        assertThat(done("install", two.toString()))
                .startsWith("Plugin one, two is installed from two.jar ")
                .contains("\none is off: ", "\ntwo is off: ");
        assertThat(done("uninstall", "two")).startsWith("Plugin one, two is uninstalled. ");
        assertThat(done("list")).doesNotContain("one ", "two ");
    }

    @Test
    void whatIsUnknownOrNotInstalledCannotBeUninstalled() throws IOException {
        assertThat(failed(1, "uninstall", "nope"))
                .isEqualTo("Plugin not found: nope. Run `openclaw plugins list` to see installed plugins.\n");
        assertThat(failed(1, "uninstall", "diagnostics-prometheus"))
                .isEqualTo("Plugin diagnostics-prometheus cannot be uninstalled: it was not installed, but is bundled"
                        + " with the Gateway. To turn it off, run `openclaw plugins disable"
                        + " diagnostics-prometheus`.\n");
        Path others = Files.createDirectory(state.resolve("others"));
        Path neighbour = ExamplePlugin.of("neighbour").jar(others.resolve("n.jar"));
        configure("plugins: {load: {paths: ['" + others + "']}}");
        assertThat(failed(1, "uninstall", "neighbour"))
                .isEqualTo("Plugin neighbour cannot be uninstalled: it was not installed, but is in " + neighbour
                        + " (plugins.load.paths). To turn it off, run `openclaw plugins disable neighbour`.\n");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aChangedJarIsRefusedByEveryCommandUntilItIsInstalledAgain() throws IOException {
        done("install", jar.toString());
        Files.copy(newer, copy(jar), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        String refusal = "The installed plugin greeter is refused: its jar must be as it was installed, with SHA-256 "
                + abridged(jar) + ", but " + copy(jar) + " has " + abridged(newer)
                + ". Install greeter.jar again, or run `openclaw plugins uninstall greeter`.\n";
        assertThat(failed(2, "list")).isEqualTo(refusal);
        assertThat(failed(2, "info", "greeter")).isEqualTo(refusal);
        assertThat(failed(2, "enable", "greeter")).isEqualTo(refusal);
        assertThat(done("install", jar.toString())).startsWith("Plugin greeter is installed already");
        assertThat(done("list")).contains("greeter");
    }

    @Test
    void aJarThatIsGoneIsSaidToBe() throws IOException {
        done("install", jar.toString());
        Files.delete(copy(jar));
        assertThat(failed(2, "list")).contains(copy(jar) + " is gone. Install greeter.jar again, or run ");
        assertThat(done("uninstall", "greeter")).startsWith("Plugin greeter is uninstalled.");
    }

    @Test
    void aJarThatNoLongerLoadsIsRefusedWithAWayOut() throws IOException {
        String property = "greeter.broken." + state.getFileName();
        Path fickle = ExamplePlugin.of("greeter")
                .constructedWith("if (Boolean.getBoolean(\"" + property + "\")) throw new IllegalStateException();")
                .jar(jars.resolve("fickle.jar"));
        done("install", fickle.toString());
        System.setProperty(property, "true");
        try {
            assertThat(failed(2, "list"))
                    .startsWith("The installed plugin greeter is refused: its plugin failed with ")
                    .endsWith(". To go on without it, run `openclaw plugins uninstall greeter`.\n");
            assertThat(done("uninstall", "greeter")).startsWith("Plugin greeter is uninstalled.");
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void aJarThatIsNotRecordedIsNeverLoadedAndSweptAtTheNextChange() throws IOException {
        done("install", jar.toString());
        Files.copy(newer, copy(newer));
        Files.writeString(folder.resolve(".installed.json.1.tmp"), "a process was killed");
        Path unrelatedFile = Files.copy(newer, folder.resolve("dropped-here.jar"));
        assertThat(done("list")).containsOnlyOnce("greeter ");
        done("uninstall", "greeter");
        assertThat(names()).containsExactly(".lock", unrelatedFile.getFileName().toString(), "installed.json");
    }

    @Test
    void aRecordThatCannotBeReadStopsEveryCommandWithAWayOut() throws IOException {
        done("install", jar.toString());
        for (String wrong :
                List.of("", "{", "{}", "{\"installed\": [{\"sha256\": \"../../x\", \"ids\": [\"a\"]}]}", "[]")) {
            Files.writeString(folder.resolve("installed.json"), wrong);
            assertThat(failed(2, "list"))
                    .isEqualTo("The record of installed plugins, " + folder.resolve("installed.json")
                            + ", is damaged. Delete it and install the plugins again.\n");
            assertThat(failed(2, "install", jar.toString())).startsWith("The record of installed plugins, ");
            assertThat(copy(jar))
                    .as("kept while it is unknown what is installed")
                    .exists();
        }
    }

    @Test
    void anIdWithADotCanBeEnabled() throws IOException {
        done(
                "install",
                ExamplePlugin.of("com.example/greeter.v1")
                        .jar(jars.resolve("dots.jar"))
                        .toString());
        assertThat(done("enable", "com.example/greeter.v1")).startsWith("Enabled plugin \"com.example/greeter.v1\".");
        assertThat(done("list", "--enabled")).contains("com.example/greeter.v1");
    }

    private String done(String command, String... arguments) {
        Finished finished = run(command, arguments);
        assertThat(finished.err()).isEmpty();
        assertThat(finished.exitCode()).isZero();
        return finished.out();
    }

    private String failed(int exitCode, String command, String... arguments) {
        Finished finished = run(command, arguments);
        assertThat(finished.exitCode()).as(finished.err()).isEqualTo(exitCode);
        assertThat(finished.out()).isEmpty();
        return finished.err();
    }

    private Finished run(String command, String... arguments) {
        return openclaw.run(Stream.concat(Stream.of("plugins", command), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private void configure(String members) throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{" + members + "}");
    }

    private Path copy(Path original) throws IOException {
        return folder.resolve(sha256(original) + ".jar");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String sha256(Path file) throws IOException {
        return InstalledJar.sha256(Files.readAllBytes(file));
    }

    private static String abridged(Path file) throws IOException {
        return sha256(file).substring(0, 12) + "…";
    }
}
