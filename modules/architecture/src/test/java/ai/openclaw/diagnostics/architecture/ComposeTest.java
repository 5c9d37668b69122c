package ai.openclaw.diagnostics.architecture;

import static ai.openclaw.diagnostics.architecture.YamlTree.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What can be known of the compose file without a container engine: its parts are there, and fit each other. */
class ComposeTest {

    private static final Path DEPLOY = Path.of("../../deploy");
    private static final Object COMPOSE = yaml(DEPLOY.resolve("compose.yaml"));
    private static final Object PROMETHEUS = yaml(DEPLOY.resolve("prometheus.yml"));
    private static final Object SCRAPE = at(PROMETHEUS, "scrape_configs", 0);
    private static final String TOKEN = "/run/openclaw/gateway.token";

    /** A mounted file or volume: what it is outside, where it is inside, and whether it can be written there. */
    private record Mount(String source, String target, boolean readOnly) {

        static Mount of(String text) {
            String[] parts = text.split(":");
            return new Mount(parts[0], parts[1], parts.length > 2 && parts[2].equals("ro"));
        }

        boolean isFile() {
            return source.startsWith(".");
        }

        Path file() {
            return DEPLOY.resolve(source).normalize();
        }
    }

    @Test
    void everyMountedFileIsThereAndCannotBeWritten() {
        List<Mount> files = ((Map<?, ?>) at(COMPOSE, "services"))
                .keySet().stream()
                        .flatMap(service -> mounts((String) service))
                        .filter(Mount::isFile)
                        .toList();

        assertThat(files).hasSize(7).allSatisfy(mount -> {
            assertThat(mount.file()).exists();
            assertThat(mount.readOnly()).as("%s", mount).isTrue();
        });
    }

    @Test
    void everyVolumeIsDeclared() {
        Map<?, ?> volumes = (Map<?, ?>) at(COMPOSE, "volumes");

        assertThat(Stream.of("gateway", "prometheus")
                        .flatMap(ComposeTest::mounts)
                        .filter(mount -> !mount.isFile())
                        .map(Mount::source))
                .allSatisfy(volume -> assertThat(volumes.containsKey(volume)).isTrue());
    }

    @Test
    void prometheusScrapesTheGatewayWhereItListens() {
        List<?> command = (List<?>) at(COMPOSE, "services", "gateway", "command");

        assertThat(at(SCRAPE, "static_configs", 0, "targets"))
                .isEqualTo(List.of("gateway:" + after(command, "--port")));
        assertThat(after(command, "--bind"))
                .as("beyond the container's own loopback")
                .isEqualTo("lan");
        assertThat(at(SCRAPE, "metrics_path")).isEqualTo("/api/diagnostics/prometheus");
        assertThat(at(SCRAPE, "job_name")).as("what the rules ask for").isEqualTo("openclaw");
    }

    @Test
    void theGatewaysTokenIsReadByPrometheusAlone() {
        List<?> command = (List<?>) at(COMPOSE, "services", "gateway", "command");
        assertThat(after(command, "--token-file")).isEqualTo(TOKEN);
        assertThat(at(SCRAPE, "authorization", "credentials_file")).isEqualTo(TOKEN);

        String folder = TOKEN.substring(0, TOKEN.lastIndexOf('/'));
        assertThat(mounts("gateway")).contains(new Mount("token", folder, false));
        assertThat(mounts("prometheus")).contains(new Mount("token", folder, true));
        assertThat(Stream.of("alertmanager", "grafana").flatMap(ComposeTest::mounts))
                .noneMatch(mount -> mount.source().equals("token"));
        assertThat(at(COMPOSE, "services", "prometheus", "user"))
                .as("the file has mode 0600")
                .isEqualTo(at(COMPOSE, "services", "gateway", "user"));
        assertThat(at(COMPOSE, "services", "prometheus", "depends_on", "gateway", "condition"))
                .isEqualTo("service_healthy");
    }

    @Test
    void theImageIsBuiltHereAndRunsAsThatUser() throws IOException {
        Path dockerfile = DEPLOY.resolve(text(COMPOSE, "services", "gateway", "build", "context"))
                .resolve(text(COMPOSE, "services", "gateway", "build", "dockerfile"));

        assertThat(Files.readString(dockerfile))
                .contains("USER " + text(COMPOSE, "services", "gateway", "user"))
                .contains("EXPOSE 18789")
                .contains("HEALTHCHECK")
                .contains("openclaw\", \"health\"")
                .contains("--token-file\", \"" + TOKEN);
    }

    @Test
    void nothingSecretGetsIntoALayerOfTheImage() throws IOException {
        assertThat(Files.readAllLines(DEPLOY.resolve("Dockerfile.dockerignore")))
                .contains(".git", "**/target", "**/*.token", "**/openclaw.json");
        List<String> copied = Files.readAllLines(DEPLOY.resolve("Dockerfile")).stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                .toList();
        assertThat(copied)
                .as("by name: never the whole checkout")
                .isNotEmpty()
                .noneMatch(line -> line.matches("COPY (\\./?|\\*) .*"));
    }

    @Test
    void aBuildOfTheImageKeepsWhatItDownloads() throws IOException {
        assertThat(Files.readString(DEPLOY.resolve("Dockerfile")))
                .contains("RUN --mount=type=cache,target=/root/.m2 \\\n    mvn ");
    }

    @Test
    void grafanaFindsItsDataSourceAndItsDashboards() {
        assertThat(text(COMPOSE, "services", "grafana", "environment", "PROMETHEUS_URL"))
                .isEqualTo("http://prometheus:" + inside("prometheus"));
        String dashboards = text(COMPOSE, "services", "grafana", "environment", "OPENCLAW_DASHBOARDS");
        assertThat(mounts("grafana"))
                .contains(
                        new Mount("../grafana/dashboards", dashboards, true),
                        new Mount("../grafana/provisioning", "/etc/grafana/provisioning", true));
        String home = text(COMPOSE, "services", "grafana", "environment", "GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH");
        assertThat(home).startsWith(dashboards + "/");
        assertThat(DEPLOY.resolve("../grafana/dashboards" + home.substring(dashboards.length())))
                .exists();
        assertThat(at(PROMETHEUS, "global", "scrape_interval"))
                .as("what the data source takes for the scrape interval")
                .isEqualTo(at(
                        yaml(DEPLOY.resolve("../grafana/provisioning/datasources/openclaw.yml")),
                        "datasources",
                        0,
                        "jsonData",
                        "timeInterval"));
    }

    @Test
    void prometheusTellsAlertmanagerWhereItListens() {
        assertThat(at(PROMETHEUS, "alerting", "alertmanagers", 0, "static_configs", 0, "targets"))
                .isEqualTo(List.of("alertmanager:" + inside("alertmanager")));
    }

    @Test
    void theGatewayPushesToWhereTheCollectorListens() throws IOException {
        Object collector = yaml(DEPLOY.resolve("collector.yaml"));
        String configuration = text(COMPOSE, "services", "gateway", "environment", "OPENCLAW_CONFIG_PATH");
        Path file = mounts("gateway")
                .filter(mount -> mount.target().equals(configuration))
                .map(Mount::file)
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(file)).contains("endpoint: \"http://collector:" + inside("collector") + "\"");
        assertThat(text(collector, "receivers", "otlp", "protocols", "http", "endpoint"))
                .endsWith(":" + inside("collector"));
        assertThat((List<?>) at(COMPOSE, "services", "collector", "command"))
                .isEqualTo(List.of("--config="
                        + mounts("collector").map(Mount::target).findFirst().orElseThrow()));
    }

    /** One that names an exporter or a processor that it does not define does not start. */
    @ParameterizedTest
    @ValueSource(strings = {"collector.yaml", "kubernetes/collector.yaml"})
    void aPipelineOfACollectorHasWhatItNames(String file) throws IOException {
        Object collector = collector(DEPLOY.resolve(file));
        Map<?, ?> pipelines = (Map<?, ?>) at(collector, "service", "pipelines");
        assertThat(pipelines.keySet().stream().map(Object::toString)).containsExactly("metrics", "traces", "logs");
        for (Object pipeline : pipelines.values()) {
            for (String kind : List.of("receivers", "processors", "exporters")) {
                assertThat(((Map<?, ?>) at(collector, kind)).keySet().stream().map(Object::toString))
                        .containsAll(((List<?>) at(pipeline, kind))
                                .stream().map(Object::toString).toList());
            }
        }
    }

    /** Returns a collector's configuration: the file itself, or what a ConfigMap in it holds. */
    private static Object collector(Path file) throws IOException {
        for (Object document : new Yaml().loadAll(Files.readString(file))) {
            Map<?, ?> map = (Map<?, ?>) document;
            if (!"ConfigMap".equals(map.get("kind")) && map.containsKey("kind")) {
                continue;
            }
            return map.containsKey("kind") ? new Yaml().load(text(map, "data", "collector.yaml")) : map;
        }
        throw new AssertionError(file + " has no configuration");
    }

    @Test
    void everyPortIsOnLoopback() {
        for (Object service : ((Map<?, ?>) at(COMPOSE, "services")).values()) {
            assertThat((List<?>) at(service, "ports"))
                    .allSatisfy(port -> assertThat((String) port).startsWith("127.0.0.1:"));
        }
    }

    @Test
    void promtoolAcceptsTheConfigurationWithTheRules(@TempDir Path folder) throws Exception {
        require("promtool");
        Path token = Files.writeString(folder.resolve("gateway.token"), "a-token\n");
        String configuration = Files.readString(DEPLOY.resolve("prometheus.yml"));
        Path file = Files.writeString(folder.resolve("prometheus.yml"), configuration.replace(TOKEN, token.toString()));
        for (Mount mount : mounts("prometheus").filter(Mount::isFile).toList()) {
            Path beside = folder.resolve(Path.of(mount.target()).getFileName());
            if (!beside.equals(file)) {
                Files.copy(mount.file(), beside);
            }
        }

        run("promtool", "check", "config", file.toString());
    }

    @Test
    void amtoolAcceptsTheConfiguration() throws Exception {
        require("amtool");
        Path file = mounts("alertmanager").map(Mount::file).findFirst().orElseThrow();

        run("amtool", "check-config", file.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    /** Skips the test, loudly, where a program is not installed; on CI, which must have it, fails it. */
    private static void require(String program) {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!installed) {
            String reason = program + " is not installed: what it would say of deploy/ was not tested";
            System.err.println("\n*** NOT TESTED: " + reason + " ***\n");
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(reason + ", but CI must test it");
            }
            Assumptions.abort(reason);
        }
    }

    private static Stream<Mount> mounts(String service) {
        return ((List<?>) at(COMPOSE, "services", service, "volumes")).stream().map(text -> Mount.of((String) text));
    }

    /** Returns the port that a service listens on within its container. */
    private static String inside(String service) {
        String port = text(COMPOSE, "services", service, "ports", 0);
        return port.substring(port.lastIndexOf(':') + 1);
    }

    private static Object after(List<?> command, String option) {
        return command.get(command.indexOf(option) + 1);
    }

    private static String text(Object yaml, Object... path) {
        return (String) at(yaml, path);
    }

    private static Object yaml(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(file + " cannot be read", e);
        }
    }
}
