package ai.openclaw.diagnostics.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ways into Grafana: a ConfigMap holds its dashboard byte for byte, and provisioning says what it needs. */
class ImportTest {

    /** `kubectl apply` keeps a copy in an annotation, and annotations hold 256 KiB; a ConfigMap alone would hold 1 MiB. */
    private static final int LARGEST_THAT_APPLIES = 256 * 1024;

    private static final String BLOCK = ".json: |\n";
    private static final Path KUBERNETES = FilesTest.GRAFANA.resolve("kubernetes");

    @Test
    void aConfigMapHoldsItsDashboardByteForByte() throws IOException {
        for (Path file : manifests()) {
            String dashboard = file.getFileName().toString().replace(".yaml", ".json");
            assertThat(data(Files.readString(file)))
                    .as(dashboard)
                    .isEqualTo(Files.readString(
                            FilesTest.GRAFANA.resolve("dashboards").resolve(dashboard)));
        }
    }

    @Test
    void aConfigMapIsFoundByTheSidecarAndSmallEnough() throws IOException {
        assertThat(manifests()).hasSize(8).allSatisfy(file -> {
            String text = Files.readString(file);
            assertThat(text)
                    .contains(
                            "\nkind: ConfigMap\n",
                            "\n    grafana_dashboard: \"1\"\n",
                            "\n    grafana_folder: OpenClaw\n")
                    .contains("\n  " + file.getFileName().toString().replace(".yaml", BLOCK));
            assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST_THAT_APPLIES);
        });
    }

    @Test
    void theKustomizationHasThemAll() throws IOException {
        String kustomization = Files.readString(KUBERNETES.resolve("kustomization.yaml"));
        assertThat(manifests())
                .allSatisfy(file -> assertThat(kustomization).contains("\n  - " + file.getFileName() + "\n"));
    }

    @Test
    void aChangedByteInAConfigMapIsFound() {
        String manifest = "data:\n  a.json: |\n    {\n      \"a\": 1\n    }\n";
        assertThat(data(manifest)).isEqualTo("{\n  \"a\": 1\n}\n");
        assertThat(data(manifest.replace("1", "2"))).isNotEqualTo("{\n  \"a\": 1\n}\n");
    }

    @Test
    void provisioningTakesTheAddressAndTheFolderFromTheEnvironment() throws IOException {
        Path provisioning = FilesTest.GRAFANA.resolve("provisioning");
        assertThat(provisioning.resolve("datasources/openclaw.yml"))
                .content()
                .contains(
                        "\n    url: ${PROMETHEUS_URL}\n",
                        "\n    uid: openclaw-prometheus\n",
                        "\n    type: prometheus\n");
        assertThat(provisioning.resolve("dashboards/openclaw.yml"))
                .content()
                .contains("\n      path: ${OPENCLAW_DASHBOARDS}\n", "\n    type: file\n");
    }

    private static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.list(KUBERNETES)) {
            return files.filter(file -> file.getFileName().toString().startsWith("openclaw-"))
                    .sorted()
                    .toList();
        }
    }

    /** Reads the block as YAML does: the indent of its first line is taken off every line. */
    private static String data(String manifest) {
        String block = manifest.substring(manifest.indexOf(BLOCK) + BLOCK.length());
        assertThat(block.lines()).allMatch(line -> line.startsWith("    "));
        return block.lines().map(line -> line.substring(4) + "\n").collect(Collectors.joining());
    }
}
