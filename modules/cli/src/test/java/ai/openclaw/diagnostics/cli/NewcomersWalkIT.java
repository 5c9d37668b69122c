package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's steps: no configuration, the demo, a custom token, the exporter off, on, scraped by Prometheus. */
class NewcomersWalkIT {

    private static final String PLUGIN = "diagnostics-prometheus";

    @Test
    void fromNoConfigurationToMetrics(@TempDir Path home) throws IOException {
        Path state = home.resolve("state");
        Path config = state.resolve("openclaw.json");

        assertThat(openclaw(state, "plugins", "list").out()).contains(PLUGIN, "off", "off by default");
        assertThat(config).doesNotExist();

        demo(state);
        assertThat(config).doesNotExist();

        String token = firstStart(state);
        assertThat(Files.readString(config)).contains(token, "enabled: true");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
                .isEqualTo("rw-------");

        Files.writeString(config, Files.readString(config).replaceFirst("\\{", "{ // my own words\n"));
        Finished enabled = openclaw(state, "plugins", "enable", PLUGIN);
        assertThat(enabled.exitCode()).isZero();
        assertThat(enabled.out()).contains("Enabled plugin", "Restart the gateway to apply.");
        assertThat(Files.readString(config)).contains("// my own words");
        assertThat(state.resolve("openclaw.json.bak")).exists();
        assertThat(openclaw(state, "plugins", "list", "--enabled").out()).contains(PLUGIN, "on");

        secondStart(state, token);

        assertThat(openclaw(state, "plugins", "disable", PLUGIN).out()).contains("Disabled plugin");
        assertThat(openclaw(state, "plugins", "list", "--enabled").out()).isEmpty();
    }

    /** Nothing is kept of it: neither its token nor a configuration. */
    private static void demo(Path state) throws IOException {
        ChildProcess process = PackagedApplication.startIn(state, "gateway", "run", "--demo", "--port", "0");
        try (RunningGateway gateway = RunningGateway.awaitStart(process, state.resolve("gateway.token"))) {
            assertThat(gateway.process().out()).contains("demo workload");
            gateway.scrapeUntil("openclaw_model_tokens_total{");
            gateway.scrapeUntil("openclaw_run_completed_total{");
        }
    }

    private static String firstStart(Path state) throws IOException {
        try (RunningGateway gateway = RunningGateway.configured(state)) {
            assertThat(gateway.process().out())
                    .contains("the Prometheus exporter is off", "openclaw plugins enable " + PLUGIN);
            assertThat(gateway.scrape().statusCode()).isEqualTo(404);
            return gateway.token();
        }
    }

    /** The token was printed once: the second start keeps it to itself. */
    private static void secondStart(Path state, String token) throws IOException {
        try (RunningGateway gateway = RunningGateway.configured(state)) {
            assertThat(gateway.process().out()).doesNotContain(token).contains("(as configured)");
            var scrape =
                    Loopback.get(gateway.url() + RunningGateway.METRICS, Map.of("Authorization", "Bearer " + token));
            assertThat(scrape.statusCode()).isEqualTo(200);
            assertThat(scrape.body()).contains("openclaw_telemetry_exporter_total{exporter=\"diagnostics-prometheus\"");
        }
    }

    @Test
    void prometheusIsGivenTheTokenOfTheFirstStart(@TempDir Path state) throws IOException {
        Tools.require("prometheus");
        String token = firstStart(state);
        assertThat(openclaw(state, "plugins", "enable", PLUGIN).exitCode()).isZero();
        Path credentials = Files.writeString(state.resolve("prometheus.token"), token + "\n");
        try (RunningGateway gateway = RunningGateway.configured(state);
                RunningPrometheus prometheus = RunningPrometheus.scraping(gateway, credentials)) {
            assertThat(prometheus.api().awaitTarget()).isEqualTo(new PrometheusApi.Target("up", ""));
            prometheus.api().awaitSamples("openclaw_telemetry_exporter_total", 1);
        }
    }

    @Test
    void enablingWhatAnotherRuleForbidsSaysSo(@TempDir Path state) throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{plugins: {deny: ['diagnostics-prometheus']}}");
        Finished enabled = openclaw(state, "plugins", "enable", PLUGIN);
        assertThat(enabled.exitCode()).isEqualTo(1);
        assertThat(enabled.err()).contains("but stays off: listed in plugins.deny.");
        assertThat(openclaw(state, "plugins", "info", PLUGIN).out()).contains("off: listed in plugins.deny");
    }

    @Test
    void anUnknownPluginIsNotFound(@TempDir Path state) {
        Finished info = openclaw(state, "plugins", "info", "nope");
        assertThat(info.exitCode()).isEqualTo(1);
        assertThat(info.err())
                .isEqualTo("Plugin not found: nope. Run `openclaw plugins list` to see installed plugins.\n");
    }

    @Test
    void aPluginThatIsOnWithoutDiagnosticsIsSaidToBeIdle(@TempDir Path state) throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{plugins: {allow: ['diagnostics-prometheus']}}");
        assertThat(openclaw(state, "plugins", "info", PLUGIN).out())
                .contains("on: listed in plugins.allow", "diagnostics.enabled is not true");
    }

    @Test
    void aWrongConfigurationIsExplainedWithFileLineAndPath(@TempDir Path state) throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{\n  gateway: {prot: 1,\n    port: 70000},\n}");
        Finished run = openclaw(state, "gateway", "run");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("openclaw.json:2:13: gateway.prot: unknown key; did you mean gateway.port?\n"
                        + "openclaw.json:3:11: gateway.port: found 70000, allowed 1 to 65535\n");
    }

    @Test
    void theCheckShowsWhatIsInForceAndMasksSecrets(@TempDir Path state) throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{gateway: {auth: {token: 'very-secret'}, port: 4711}}");
        Finished check = openclaw(state, "config", "check");
        assertThat(check.exitCode()).isZero();
        assertThat(check.out())
                .containsPattern("gateway.port +4711 +openclaw.json:1")
                .containsPattern("gateway.auth.token +\\*\\*\\* +openclaw.json:1")
                .containsPattern("diagnostics.enabled +false +default")
                .doesNotContain("very-secret");
    }

    private static Finished openclaw(Path state, String... arguments) {
        return PackagedApplication.runIn(state, arguments);
    }
}
