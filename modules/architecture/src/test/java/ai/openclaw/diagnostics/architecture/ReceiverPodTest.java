package ai.openclaw.diagnostics.architecture;

import static ai.openclaw.diagnostics.architecture.YamlTree.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The pod of OpenClaw's own gateway with a receiver beside it: its parts fit each other, the bridge and the image. */
class ReceiverPodTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path MANIFEST = ROOT.resolve("deploy/kubernetes/openclaw-with-receiver.yaml");
    private static final String VALIDATOR = "kubernetes-validate";

    private final String text = read(MANIFEST);
    private final List<Map<?, ?>> resources = StreamSupport.stream(
                    new Yaml().loadAll(text).spliterator(), false)
            .<Map<?, ?>>map(resource -> (Map<?, ?>) resource)
            .toList();

    @Test
    @DisplayName("The bridge's default endpoint is the receiver's port, which the Service and the probes name")
    void thePortsFit() {
        String manifest = read(ROOT.resolve("bridge/openclaw.plugin.json"));
        List<?> arguments = (List<?>) at(container("receiver"), "args");
        Object port = at(container("receiver"), "ports", 0, "containerPort");

        assertThat(manifest).contains("\"default\": \"http://127.0.0.1:" + port + "/api/diagnostics/events\"");
        assertThat(arguments).asString().contains("--ingest", "--compatibility, 2026.9", "--port, " + port);
        assertThat(at(resources.get(1), "spec", "ports", 0, "port")).isEqualTo(port);
        assertThat(at(resources.get(1), "spec", "ports", 0, "targetPort"))
                .isEqualTo(at(container("receiver"), "ports", 0, "name"))
                .isEqualTo(at(container("receiver"), "readinessProbe", "httpGet", "port"));
        assertThat(at(resources.get(1), "spec", "selector"))
                .isEqualTo(at(resources.get(0), "spec", "template", "metadata", "labels"));
    }

    @Test
    @DisplayName(
            "Both containers have the token of one Secret, and the bridge is where the image has it and the gateway loads it")
    void tokenAndPluginFit() {
        Object secret = at(container("receiver"), "env", 0, "valueFrom", "secretKeyRef", "name");
        assertThat(at(volume("token"), "secret", "secretName")).isEqualTo(secret);
        assertThat(text)
                .contains("tokenFile: \"" + mount("gateway", "token") + "/token\"")
                .contains("load: { paths: [\"" + mount("gateway", "bridge") + "\"]")
                .contains("create secret generic " + secret + " --from-file=token=");

        String dockerfile = read(ROOT.resolve("deploy/Dockerfile"));
        String source =
                String.valueOf(at(pod(), "initContainers", 0, "command", 2)).replace("/.", "");
        String files = String.valueOf(new Yaml()
                .<Map<?, ?>>load(read(ROOT.resolve("bridge/package.json")))
                .get("files"));
        Stream.of(files.substring(1, files.length() - 1).split(", "))
                .forEach(file -> assertThat(dockerfile).contains("bridge/" + file));
        assertThat(dockerfile).contains(" " + source + "/\n", " " + source + "/lib\n");
        assertThat(at(pod(), "initContainers", 0, "image")).isEqualTo(at(container("receiver"), "image"));
    }

    @Test
    void thePodIsRestricted() {
        assertThat(text).doesNotContain("hostPath", "hostNetwork", "hostPID", "privileged:");
        assertThat(at(pod(), "securityContext", "runAsNonRoot")).isEqualTo(true);
        assertThat(at(pod(), "securityContext", "seccompProfile", "type")).isEqualTo("RuntimeDefault");
        for (String container : List.of("gateway", "receiver")) {
            assertThat(at(container(container), "securityContext", "allowPrivilegeEscalation"))
                    .isEqualTo(false);
            assertThat(at(container(container), "securityContext", "capabilities", "drop"))
                    .isEqualTo(List.of("ALL"));
        }
    }

    /** Against the schemas of Kubernetes, where they are at hand: {@code pip install kubernetes-validate}. */
    @Test
    void theSchemasOfKubernetesAcceptIt(@TempDir Path folder) throws Exception {
        if (!isInstalled()) {
            System.err.println("\n*** NOT TESTED: " + VALIDATOR + " is not installed: " + MANIFEST.getFileName()
                    + " was not checked against the schemas of Kubernetes ***\n");
            Assumptions.abort(VALIDATOR + " is not installed");
        }
        assertThat(exitCode(MANIFEST)).isZero();
        Path broken = Files.writeString(
                folder.resolve("broken.yaml"), text.replace("readinessProbe:", "readyProbe:"), StandardCharsets.UTF_8);
        assertThat(exitCode(broken)).as("a field that there is not").isNotZero();
    }

    private static int exitCode(Path file) throws IOException, InterruptedException {
        return new ProcessBuilder(VALIDATOR, "--strict", file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, VALIDATOR)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Object pod() {
        return at(resources.get(0), "spec", "template", "spec");
    }

    private Object container(String name) {
        return named((List<?>) at(pod(), "containers"), name);
    }

    private Object volume(String name) {
        return named((List<?>) at(pod(), "volumes"), name);
    }

    private Object mount(String container, String volume) {
        return at(named((List<?>) at(container(container), "volumeMounts"), volume), "mountPath");
    }

    private static Object named(List<?> items, String name) {
        return items.stream()
                .filter(item -> ((Map<?, ?>) item).get("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }
}
