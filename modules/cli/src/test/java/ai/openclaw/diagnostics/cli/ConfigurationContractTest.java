package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.gateway.GatewayOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract's section on configuration, activation and command line, sentence by sentence on the real command line. What
 * only a running Gateway shows is in {@link ConfigurationContractIT}; the details are tested where they are made.
 */
class ConfigurationContractTest {

    private static final String PLUGIN = "diagnostics-prometheus";

    @TempDir
    private Path state;

    private Path file;
    private InProcess openclaw;

    @BeforeEach
    void nameTheFile() {
        file = state.resolve("openclaw.json");
        openclaw = InProcess.in(state);
    }

    @Nested
    class WhereTheFileIs {

        @Test
        void withoutAVariableItIsOpenclawJsonInTheHomesFolder() {
            openclaw = InProcess.with(Map.of("HOME", state.toString()));
            assertThat(done("config", "check"))
                    .startsWith(state.resolve(".openclaw/openclaw.json") + " (not there; defaults are in force)");
        }

        @Test
        void openclawConfigPathOverridesTheFile() throws IOException {
            configure("{gateway: {port: 1}}");
            Path other = Files.writeString(state.resolve("other.json5"), "{gateway: {port: 2}}");
            openclaw = openclaw.and("OPENCLAW_CONFIG_PATH", other.toString());
            assertThat(done("config", "check")).containsPattern("gateway.port +2 +other.json5:1");
        }

        @Test
        void openclawStateDirOverridesTheDirectory() throws IOException {
            configure("{gateway: {port: 1}}");
            openclaw = openclaw.and("HOME", state.resolve("home").toString());
            assertThat(done("config", "check")).startsWith(file + "\n").containsPattern("gateway.port +1 ");
        }
    }

    @Nested
    class WhatTheFileHolds {

        @Test
        void itIsJson5() throws IOException {
            configure("// mine\n{ gateway: { 'bind': '127.0.0.1', port: +4711, }, /* the rest is default */ }");
            assertThat(done("config", "check"))
                    .containsPattern("gateway.port +4711 +openclaw.json:2")
                    .containsPattern("gateway.bind +127.0.0.1 +openclaw.json:2");
        }

        @Test
        void anUnknownKeyIsRefusedWithTheNearestKnownOne() throws IOException {
            configure("{ gateway: { auth: { tokn: 'x' } } }");
            assertThat(failed(2, "config", "check"))
                    .isEqualTo(
                            "openclaw.json:1:22: gateway.auth.tokn: unknown key; did you mean gateway.auth.token?\n");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "gateway: {port: 4711} | gateway.port +4711",
                    "gateway: {bind: '::1'} | gateway.bind +::1",
                    "gateway: {auth: {mode: 'token'}} | gateway.auth.mode +token",
                    "gateway: {auth: {token: 'x'}} | gateway.auth.token +\\*+",
                    "gateway: {auth: {password: 'x'}} | gateway.auth.password +\\*+",
                    "gateway: {auth: {rateLimit: {maxAttempts: 3}}} | gateway.auth.rateLimit.maxAttempts +3",
                    "plugins: {enabled: false} | plugins.enabled +false",
                    "plugins: {allow: ['x']} | plugins.allow +\"x\"",
                    "plugins: {deny: ['x']} | plugins.deny +\"x\"",
                    "plugins: {entries: {'diagnostics-prometheus': {enabled: true}}}"
                            + " | plugins.entries.diagnostics-prometheus.enabled +true",
                    "plugins: {entries: {'diagnostics-prometheus': {config: {a: 1}}}}"
                            + " | plugins.entries.diagnostics-prometheus.config +1 key",
                    "diagnostics: {enabled: true} | diagnostics.enabled +true",
                    "logging: {redactPatterns: ['x']} | logging.redactPatterns +1 pattern",
                })
        void everyKeyIsTakenFromIt(String members, String row) throws IOException {
            configure("{" + members + "}");
            assertThat(done("config", "check")).containsPattern("(?m)^" + row + " .*openclaw.json:1$");
        }
    }

    @Nested
    class ThePort {

        @BeforeEach
        void thereIsOneInFileAndEnvironment() throws IOException {
            configure("{gateway: {port: 3, auth: {token: 'x'}}}");
            openclaw = openclaw.and("OPENCLAW_GATEWAY_PORT", "2");
        }

        @Test
        void theFlagComesFirst() {
            assertThat(options("--port", "1").port()).isEqualTo(1);
        }

        @Test
        void thenTheEnvironment() {
            assertThat(options().port()).isEqualTo(2);
        }

        @Test
        void thenTheFile() {
            openclaw = InProcess.in(state);
            assertThat(options().port()).isEqualTo(3);
        }

        @Test
        void then18789() throws IOException {
            configure("{gateway: {auth: {token: 'x'}}}");
            openclaw = InProcess.in(state);
            assertThat(options().port()).isEqualTo(18789);
        }

        private GatewayOptions options(String... flags) {
            return openclaw.runOptions(flags).resolve(false);
        }
    }

    @Nested
    class WhetherAPluginIsOn {

        @Test
        void firstPluginsEnabledFalseTurnsItOff() throws IOException {
            expect(
                    "enabled: false, allow: ['ID'], entries: {'ID': {enabled: true}}",
                    false,
                    "plugins.enabled is false");
        }

        @Test
        void thenDenyTurnsItOff() throws IOException {
            expect("deny: ['ID'], allow: ['ID'], entries: {'ID': {enabled: true}}", false, "listed in plugins.deny");
        }

        @Test
        void thenItsEntryTurnsItOff() throws IOException {
            expect("allow: ['ID'], entries: {'ID': {enabled: false}}", false, "plugins.entries.ID.enabled is false");
        }

        @Test
        void thenANonEmptyAllowWithoutItTurnsItOffEvenIfItsEntrySaysTrue() throws IOException {
            expect("allow: ['x'], entries: {'ID': {enabled: true}}", false, "plugins.allow does not list it");
        }

        @Test
        void thenItsEntryTurnsItOn() throws IOException {
            expect("allow: ['ID'], entries: {'ID': {enabled: true}}", true, "plugins.entries.ID.enabled is true");
        }

        @Test
        void thenAllowTurnsItOn() throws IOException {
            expect("allow: ['ID'], entries: {'ID': {}}", true, "listed in plugins.allow");
        }

        @Test
        void elseABundledOneIsOff() throws IOException {
            expect("allow: []", false, "not enabled; plugins that come with the Gateway are off by default");
        }

        private void expect(String plugins, boolean on, String reason) throws IOException {
            configure("{plugins: {" + plugins.replace("ID", PLUGIN) + "}, gateway: {auth: {token: 'x'}}}");
            String shown = reason.replace("ID", PLUGIN);
            assertThat(plugin(done("plugins", "list", "--json")).getMap())
                    .containsEntry("enabled", on)
                    .containsEntry("reason", shown);
            assertThat(openclaw.runOptions().resolve(false).plugins())
                    .as("what a Gateway would deploy")
                    .hasSize(on ? 1 : 0);
        }

        @Test
        void theReasonIsShownByEveryCommandThatShowsAPlugin() throws IOException {
            configure("{plugins: {deny: ['" + PLUGIN + "']}}");
            assertThat(done("plugins", "list")).contains("listed in plugins.deny");
            assertThat(plugin(done("plugins", "list", "--json")).getString("reason"))
                    .isEqualTo("listed in plugins.deny");
            assertThat(done("plugins", "info", PLUGIN)).contains("off: listed in plugins.deny");
            assertThat(new JsonObject(done("plugins", "info", PLUGIN, "--json")).getString("reason"))
                    .isEqualTo("listed in plugins.deny");
        }
    }

    @Nested
    class Diagnostics {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"diagnostics: {enabled: true} | true", "diagnostics: {enabled: false} | false", "'' | false"})
        void eventsFlowOnlyWhereEnabledIsTrueAndUnsetCountsAsOff(String members, boolean flow) throws IOException {
            configure("{gateway: {auth: {token: 'x'}}, " + members + "}");
            assertThat(openclaw.runOptions().resolve(false).diagnosticsEnabled())
                    .isEqualTo(flow);
        }

        @Test
        void theConfigurationThatAFirstStartWritesTurnsThemOn() {
            openclaw.runOptions().resolve(false);
            assertThat(done("config", "check")).containsPattern("diagnostics.enabled +true +openclaw.json:");
        }

        @Test
        @DisplayName(
                "A configuration that a command makes turns them on, too: either order of the first two commands works")
        void theConfigurationThatEnablingAPluginWritesTurnsThemOn() {
            done("plugins", "enable", PLUGIN);
            GatewayOptions options = openclaw.runOptions().resolve(false);
            assertThat(options.diagnosticsEnabled()).isTrue();
            assertThat(options.secret().isGenerated()).isTrue();
        }

        @Test
        void aPortThatIsTakenLeavesNoTokenBehind() throws IOException {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                String port = Integer.toString(taken.getLocalPort());
                assertThat(failed(1, "gateway", "run", "--port", port)).startsWith("Port " + port + " is taken on ");
            }
            assertThat(state).isEmptyDirectory();
        }

        @Test
        void infoOfAPluginThatIsOnSaysThatTheyAreOff() throws IOException {
            configure("{plugins: {allow: ['" + PLUGIN + "']}}");
            assertThat(done("plugins", "info", PLUGIN))
                    .contains("diagnostics.enabled is not true: no events flow, the metrics endpoint answers with an "
                            + "empty body");
            assertThat(new JsonObject(done("plugins", "info", PLUGIN, "--json")).getBoolean("idle"))
                    .isTrue();
        }
    }

    @Nested
    class Commands {

        @Test
        void listShowsEveryPlugin() {
            assertThat(done("plugins", "list")).containsPattern("(?m)^" + PLUGIN + " +off +bundled +not enabled");
        }

        @Test
        void listEnabledShowsThoseThatAreOn() throws IOException {
            assertThat(done("plugins", "list", "--enabled")).isEmpty();
            configure("{plugins: {allow: ['" + PLUGIN + "']}}");
            assertThat(done("plugins", "list", "--enabled")).startsWith(PLUGIN);
        }

        @Test
        void listJsonIsJson() {
            assertThat(plugin(done("plugins", "list", "--json")).getMap())
                    .containsEntry("id", PLUGIN)
                    .containsEntry("origin", "bundled");
            assertThat(done("plugins", "list", "--json", "--enabled")).isEqualToIgnoringWhitespace("{\"plugins\": []}");
        }

        @Test
        void infoSaysWhatAPluginIsAndInfoJsonDoesAsJson() {
            JsonObject json = new JsonObject(done("plugins", "info", PLUGIN, "--json"));
            assertThat(json.getString("id")).isEqualTo(PLUGIN);
            assertThat(done("plugins", "info", PLUGIN))
                    .startsWith(PLUGIN + ": " + json.getString("description") + "\n")
                    .contains("\n"
                            + "a Gateway started with --demo, --replay, --ingest or --exporter has it on all the"
                            + " same:");
        }

        @Test
        void enableAndDisableTurnAPluginOnAndOff() {
            done("plugins", "enable", PLUGIN);
            assertThat(plugin(done("plugins", "list", "--json")).getBoolean("enabled"))
                    .isTrue();
            done("plugins", "disable", PLUGIN);
            assertThat(plugin(done("plugins", "list", "--json")).getBoolean("enabled"))
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"enable", "disable", "info", "uninstall"})
        void anUnknownIdIsNotFoundAndNothingIsWritten(String command) {
            assertThat(failed(1, "plugins", command, "nope"))
                    .isEqualTo("Plugin not found: nope. Run `openclaw plugins list` to see installed plugins.\n");
            assertThat(state).isEmptyDirectory();
        }

        @ParameterizedTest
        @CsvSource({
            "deny: ['ID'], listed in plugins.deny",
            "allow: ['x'], plugins.allow does not list it",
            "enabled: false, plugins.enabled is false",
        })
        void enableThatAnotherRuleDefeatsSaysSo(String rule, String reason) throws IOException {
            configure("{plugins: {" + rule.replace("ID", PLUGIN) + "}}");
            assertThat(failed(1, "plugins", "enable", PLUGIN))
                    .isEqualTo("Plugin " + PLUGIN + " is set to on in " + file + ", but stays off: " + reason + ".\n");
        }
    }

    @Nested
    class Edits {

        @Test
        void keepCommentsBackupAndModeAndTellOfTheRestart() throws IOException {
            configure("{ // my own words\n}");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(done("plugins", "enable", PLUGIN))
                    .isEqualTo("Enabled plugin \"" + PLUGIN + "\". Restart the gateway to apply.\n");
            assertThat(done("plugins", "disable", PLUGIN))
                    .isEqualTo("Disabled plugin \"" + PLUGIN + "\". Restart the gateway to apply.\n");
            done("plugins", "enable", PLUGIN);
            assertThat(file).content().contains("// my own words");
            assertThat(state.resolve("openclaw.json.bak")).content().contains("// my own words", "false");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }

        /** That a kill cannot break the file is tested where it is written. */
        @Test
        void areAtomicForConcurrentReaders() throws Exception {
            done("plugins", "enable", PLUGIN);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
                int reads = 0;
                for (; !over.get(); reads++) {
                    assertThat(file).isNotEmptyFile();
                    assertThat(openclaw.run("plugins", "list").exitCode()).isZero();
                }
                return reads;
            });
            for (int i = 0; i < 20; i++) {
                done("plugins", i % 2 == 0 ? "disable" : "enable", PLUGIN);
            }
            over.set(true);
            assertThat(reader.get()).isPositive();
        }
    }

    private static JsonObject plugin(String list) {
        return new JsonObject(list)
                .getJsonArray("plugins").stream()
                        .map(JsonObject.class::cast)
                        .filter(it -> it.getString("id").equals(PLUGIN))
                        .findFirst()
                        .orElseThrow();
    }

    private void configure(String text) throws IOException {
        Files.writeString(file, text);
    }

    private String done(String... arguments) {
        Finished finished = openclaw.and("COLUMNS", "200").run(arguments);
        assertThat(finished.err()).isEmpty();
        assertThat(finished.exitCode()).isZero();
        return finished.out();
    }

    private String failed(int exitCode, String... arguments) {
        Finished finished = openclaw.and("COLUMNS", "200").run(arguments);
        assertThat(finished.exitCode()).as(finished.err()).isEqualTo(exitCode);
        return finished.err();
    }
}
