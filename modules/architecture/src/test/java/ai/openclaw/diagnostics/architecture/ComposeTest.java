package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The files of {@code deploy/} fit together, as far as can be told without a container engine. */
class ComposeTest {

    private static final Path DEPLOY = Path.of("../../deploy");
    private static final Map<?, ?> COMPOSE = yaml(DEPLOY.resolve("compose.yaml"));
    private static final Map<?, ?> PROMETHEUS = yaml(DEPLOY.resolve("prometheus.yml"));

    @Test
    void whatIsMountedExistsOrIsAVolume() {
        for (Object service : in(COMPOSE, "services").keySet()) {
            mounts(service.toString()).forEach((target, source) -> {
                if (source.startsWith(".")) {
                    assertThat(DEPLOY.resolve(source))
                            .as("%s of %s", target, service)
                            .exists();
                } else {
                    assertThat(in(COMPOSE, "volumes").containsKey(source))
                            .as("volume %s", source)
                            .isTrue();
                }
            });
        }
        assertThat(DEPLOY.resolve(
                        "../" + in(COMPOSE, "services", "gateway", "build").get("dockerfile")))
                .exists();
    }

    @Test
    void prometheusScrapesTheGatewayWhereItListensWithTheTokenThatItMakes() {
        List<?> command = (List<?>) in(COMPOSE, "services", "gateway").get("command");
        Map<?, ?> scrape = (Map<?, ?>) ((List<?>) PROMETHEUS.get("scrape_configs")).get(0);
        Map<?, ?> targets = (Map<?, ?>) ((List<?>) scrape.get("static_configs")).get(0);
        assertThat(targets.get("targets")).isEqualTo(List.of("gateway:" + after(command, "--port")));
        String token = after(command, "--token-file");
        assertThat(in(scrape, "authorization").get("credentials_file")).isEqualTo(token);
        String folder = Path.of(token).getParent().toString();
        assertThat(mounts("gateway").get(folder))
                .isEqualTo("token")
                .isEqualTo(mounts("prometheus").get(folder));
        assertThat(scrape.get("metrics_path")).isEqualTo("/api/diagnostics/prometheus");
        assertThat(scrape.get("job_name")).as("what the rules select").isEqualTo("openclaw");
    }

    /** The token is readable by its owner alone. */
    @Test
    void prometheusRunsAsTheUserOfTheGatewaysImage() throws IOException {
        assertThat(Files.readString(DEPLOY.resolve("Dockerfile")))
                .contains("USER " + in(COMPOSE, "services", "prometheus").get("user") + "\n");
    }

    @Test
    void rulesAlertmanagerDataSourceAndDashboardsAreWhereTheyAreLookedFor() {
        assertThat((List<?>) PROMETHEUS.get("rule_files"))
                .allSatisfy(file -> assertThat(mounts("prometheus")).containsKey(file.toString()));
        assertThat(in(PROMETHEUS, "alerting").toString()).contains("alertmanager:9093");
        Map<?, ?> grafana = in(COMPOSE, "services", "grafana", "environment");
        assertThat(grafana.get("PROMETHEUS_URL")).isEqualTo("http://prometheus:9090");
        String dashboards = grafana.get("OPENCLAW_DASHBOARDS").toString();
        assertThat(mounts("grafana")).containsEntry(dashboards, "../grafana/dashboards");
        String home = grafana.get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH").toString();
        assertThat(DEPLOY.resolve("../grafana/dashboards" + home.substring(dashboards.length())))
                .exists();
    }

    @ParameterizedTest
    @CsvSource({"gateway, 18789", "prometheus, 9090", "alertmanager, 9093", "grafana, 3000"})
    void portsAreOpenOnLoopbackAlone(String service, String port) {
        assertThat(in(COMPOSE, "services", service).get("ports")).isEqualTo(List.of("127.0.0.1:" + port + ":" + port));
    }

    @ParameterizedTest
    @CsvSource({
        "promtool, check config --syntax-only, deploy/prometheus.yml",
        "promtool, check rules, alerts/openclaw.rules.yml",
        "amtool, check-config, alerts/alertmanager.yml"
    })
    void theToolsAcceptTheConfigurations(String tool, String arguments, String file) throws Exception {
        Assumptions.assumeTrue(isInstalled(tool), tool + " is not installed: " + file + " was not checked");
        Process check = new ProcessBuilder("sh", "-c", tool + " " + arguments + " ../../" + file)
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes());
        assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).as(said).isZero();
    }

    private static boolean isInstalled(String tool) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0;
    }

    /** Returns what a service mounts, by the place where it sees it. */
    private static Map<String, String> mounts(String service) {
        Map<String, String> mounts = new TreeMap<>();
        Object volumes = in(COMPOSE, "services", service).get("volumes");
        for (Object volume : volumes == null ? List.of() : (List<?>) volumes) {
            String[] parts = volume.toString().split(":");
            mounts.put(parts[1], parts[0]);
        }
        return mounts;
    }

    private static String after(List<?> command, String flag) {
        return command.get(command.indexOf(flag) + 1).toString();
    }

    private static Map<?, ?> in(Map<?, ?> map, String... path) {
        Map<?, ?> at = map;
        for (String key : path) {
            at = (Map<?, ?>) at.get(key);
        }
        return at;
    }

    private static Map<?, ?> yaml(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
