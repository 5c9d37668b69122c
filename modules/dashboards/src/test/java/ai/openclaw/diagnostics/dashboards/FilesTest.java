package ai.openclaw.diagnostics.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files in {@code grafana/} are what the definitions say. */
class FilesTest {

    static final Path GRAFANA = Path.of("../../grafana");

    private static final Map<String, String> GENERATED = Dashboards.files();

    @Test
    void noFileIsStale() throws IOException {
        if (System.getProperty("docs.update") != null) {
            update();
        }
        for (Map.Entry<String, String> file : GENERATED.entrySet()) {
            assertThat(GRAFANA.resolve(file.getKey()))
                    .as("stale; write it anew with -Ddocs.update")
                    .content()
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void noFileIsLeftOver() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String folder : Set.of("dashboards", "kubernetes")) {
            try (Stream<Path> files = Files.list(GRAFANA.resolve(folder))) {
                files.forEach(file -> found.add(folder + "/" + file.getFileName()));
            }
        }
        assertThat(found).containsExactlyElementsOf(GENERATED.keySet());
    }

    @Test
    void theTextIsTheSameEveryTime() {
        assertThat(Dashboards.files()).isEqualTo(GENERATED);
    }

    private static void update() throws IOException {
        for (Map.Entry<String, String> file : GENERATED.entrySet()) {
            Path path = GRAFANA.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
