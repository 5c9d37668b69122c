package ai.openclaw.diagnostics.architecture;

import static ai.openclaw.diagnostics.architecture.YamlTree.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What {@code kubectl kustomize} makes of {@code deploy/kubernetes}, without a cluster. */
@TestInstance(Lifecycle.PER_CLASS)
class KubernetesTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path BASE = ROOT.resolve("deploy/kubernetes");
    private static final String GATEWAY = "openclaw";

    private String rendered = "";
    private List<Map<?, ?>> resources = List.of();

    @BeforeAll
    void render() throws Exception {
        rendered = run(kustomize(BASE));
        resources = StreamSupport.stream(new Yaml().loadAll(rendered).spliterator(), false)
                .<Map<?, ?>>map(resource -> (Map<?, ?>) resource)
                .toList();
    }

    @Test
    void allThatAGatewayNeedsIsThereAndItsTokenIsNot() {
        assertThat(resources.stream()
                        .map(resource -> (String) resource.get("kind"))
                        .filter(kind -> !kind.equals("ConfigMap")))
                .containsExactlyInAnyOrder(
                        "Deployment",
                        "Service",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "PrometheusRule",
                        "ServiceMonitor");
        assertThat(at(container(), "env", 0, "valueFrom", "secretKeyRef"))
                .isEqualTo(at(theOne("ServiceMonitor"), "spec", "endpoints", 0, "authorization", "credentials"));
    }

    @Test
    void podsAreRestrictedAsThePodSecurityStandardsSay() {
        Object pod = at(theOne("Deployment"), "spec", "template", "spec");
        assertThat(pod).asString().doesNotContain("hostPath", "hostNetwork", "hostPID", "hostIPC", "hostPort");
        assertThat(at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
        assertThat(at(pod, "securityContext", "seccompProfile", "type")).isEqualTo("RuntimeDefault");
        assertThat(at(pod, "automountServiceAccountToken")).isEqualTo(false);
        assertThat((List<?>) at(pod, "containers")).hasSize(1);
        assertThat(at(container(), "securityContext"))
                .isEqualTo(Map.of(
                        "allowPrivilegeEscalation",
                        false,
                        "readOnlyRootFilesystem",
                        true,
                        "capabilities",
                        Map.of("drop", List.of("ALL"))));
        assertThat((List<?>) at(pod, "volumes"))
                .allSatisfy(volume ->
                        assertThat(((Map<?, ?>) volume).containsKey("emptyDir")).isTrue());
    }

    @Test
    void theImageIsThatOfTheDockerfileAndOfThisVersion() throws IOException {
        Object user = at(theOne("Deployment"), "spec", "template", "spec", "securityContext", "runAsUser");
        String dockerfile = Files.readString(ROOT.resolve("deploy/Dockerfile"));
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String version = pom.replaceAll("(?s).*<revision>([^<]+)</revision>.*", "$1");

        assertThat(dockerfile).contains("USER " + user + ":", "OPENCLAW_STATE_DIR=" + mount("state"));
        assertThat((String) at(container(), "image")).endsWith(":" + version.replace("-SNAPSHOT", ""));
    }

    @Test
    void everySelectorSelectsThePod() {
        Map<?, ?> labels = (Map<?, ?>) at(theOne("Deployment"), "spec", "template", "metadata", "labels");
        Stream.of(
                        at(theOne("Deployment"), "spec", "selector", "matchLabels"),
                        at(theOne("Service"), "spec", "selector"),
                        at(theOne("PodDisruptionBudget"), "spec", "selector", "matchLabels"),
                        at(theOne("NetworkPolicy"), "spec", "podSelector", "matchLabels"))
                .forEach(selector -> assertThat(labels.entrySet().containsAll(((Map<?, ?>) selector).entrySet()))
                        .as("%s within %s", selector, labels)
                        .isTrue());
    }

    @Test
    void prometheusFindsTheServiceAndTheJobOfTheRules() {
        Map<?, ?> labels = (Map<?, ?>) at(theOne("Service"), "metadata", "labels");
        Object monitor = theOne("ServiceMonitor");
        Map<?, ?> wanted = (Map<?, ?>) at(monitor, "spec", "selector", "matchLabels");

        assertThat(labels.entrySet().containsAll(wanted.entrySet())).isTrue();
        assertThat(labels.get(at(monitor, "spec", "jobLabel"))).isEqualTo(GATEWAY);
        assertThat(at(monitor, "spec", "endpoints", 0, "port"))
                .isEqualTo(at(theOne("Service"), "spec", "ports", 0, "name"));
        assertThat(at(theOne("Service"), "spec", "ports", 0, "targetPort"))
                .isEqualTo(at(container(), "ports", 0, "name"))
                .isEqualTo(at(theOne("NetworkPolicy"), "spec", "ingress", 0, "ports", 0, "port"));
    }

    @Test
    void theProbesAskWhatTheGatewayAnswers() throws IOException {
        String documented = Files.readString(ROOT.resolve("docs/operations.md"));
        Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                .map(probe -> (String) at(container(), probe, "httpGet", "path"))
                .forEach(path -> assertThat(documented).contains("`" + path + "`"));
        assertThat(at(container(), "readinessProbe", "httpGet", "path")).isEqualTo("/readyz");
    }

    @Test
    void rulesAndDashboardsAreTheGeneratedOnes() throws IOException {
        assertThat(theOne("PrometheusRule").get("spec"))
                .isEqualTo(new Yaml().<Object>load(Files.readString(ROOT.resolve("alerts/openclaw.rules.yml"))));
        try (Stream<Path> dashboards = Files.list(ROOT.resolve("grafana/dashboards"))) {
            assertThat(resources.stream()
                            .filter(resource -> resource.get("kind").equals("ConfigMap"))
                            .flatMap(map -> ((Map<?, ?>) at(map, "data")).keySet().stream())
                            .map(file -> (String) file))
                    .containsExactlyInAnyOrderElementsOf(dashboards
                            .map(file -> file.getFileName().toString())
                            .toList());
        }
    }

    /** The overlay that the README shows makes a second Gateway of another name, with its own selectors and Secret. */
    @Test
    void theOverlayOfTheReadmeIsASecondGateway(@TempDir Path folder) throws Exception {
        String readme = Files.readString(BASE.resolve("README.md"));
        String overlay = readme.replaceAll("(?s).*<!-- overlay -->\n```yaml\n(.*?)```.*", "$1");
        Path beside = Files.createDirectory(folder.resolve("overlay"));
        Path base = beside.toRealPath().relativize(BASE.toRealPath());
        Files.writeString(beside.resolve("kustomization.yaml"), overlay.replace("../kubernetes", base.toString()));

        String second = run(kustomize(beside));

        assertThat(second)
                .contains("name: openclaw-research\n", "app.kubernetes.io/instance: research", "namespace: agents")
                .doesNotContain("app.kubernetes.io/instance: main")
                .doesNotContain("kind: PrometheusRule", "kind: ServiceMonitor", "kind: ConfigMap");
        assertThat(rendered).contains("app.kubernetes.io/instance: main").doesNotContain("research");
    }

    /** Against the schemas of Kubernetes, where they are at hand: {@code pip install kubernetes-validate}. */
    @Test
    void theSchemasOfKubernetesAcceptThem(@TempDir Path folder) throws Exception {
        require("kubernetes-validate", "the resources were not checked against the schemas of Kubernetes");
        List<String> command = new ArrayList<>(List.of("kubernetes-validate", "--strict"));
        for (Map<?, ?> resource : resources) {
            if (!resource.get("apiVersion")
                    .toString()
                    .startsWith("monitoring.coreos.com")) { // see OperatorManifestsTest
                Path file = folder.resolve(resource.get("kind") + "-" + command.size() + ".yaml");
                command.add(Files.writeString(file, new Yaml().dump(resource)).toString());
            }
        }
        assertThat(run(command)).doesNotContain("ERROR");
        Path broken = Files.writeString(
                folder.resolve("broken.yaml"),
                new Yaml().dump(theOne("Deployment")).replace("readinessProbe", "readyProbe"));
        assertThat(exitCode(List.of("kubernetes-validate", "--strict", broken.toString())))
                .as("a field that there is not")
                .isNotZero();
    }

    private Object container() {
        return at(theOne("Deployment"), "spec", "template", "spec", "containers", 0);
    }

    private String mount(String volume) {
        return ((List<?>) at(container(), "volumeMounts"))
                .stream()
                        .map(mount -> (Map<?, ?>) mount)
                        .filter(mount -> mount.get("name").equals(volume))
                        .map(mount -> (String) mount.get("mountPath"))
                        .findFirst()
                        .orElseThrow();
    }

    private Map<?, ?> theOne(String kind) {
        List<Map<?, ?>> found = resources.stream()
                .filter(resource -> resource.get("kind").equals(kind))
                .toList();
        assertThat(found).as(kind).hasSize(1);
        return found.get(0);
    }

    private static List<String> kustomize(Path folder) {
        if (isInstalled("kustomize")) {
            return List.of("kustomize", "build", folder.toString());
        }
        require("kubectl", "deploy/kubernetes was not rendered; kustomize would do, too");
        return List.of("kubectl", "kustomize", folder.toString());
    }

    private static void require(String program, String untested) {
        if (!isInstalled(program)) {
            System.err.println("\n*** NOT TESTED: " + program + " is not installed: " + untested + " ***\n");
            Assumptions.abort(program + " is not installed");
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static int exitCode(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }
}
