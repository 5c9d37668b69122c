package ai.openclaw.diagnostics.preview;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.preview.query.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed pictures are of the committed dashboards; {@code grafana/preview.sh} draws them anew. */
class PicturesTest {

    private static final Path PICTURES = Path.of("../../grafana/preview");
    private static final int MAX_BYTES = 150_000;

    static List<Path> dashboards() throws IOException {
        return Dashboards.files();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void aPictureIsSmallSaysWhatItIsAndShowsEveryPanel(Path dashboard) throws IOException {
        String picture = Files.readString(
                PICTURES.resolve(dashboard.getFileName().toString().replace(".json", ".svg")));

        assertThat(picture.length()).isLessThan(MAX_BYTES);
        assertThat(picture).contains("not a Grafana screenshot").doesNotContain("NaN", "Infinity", "null");
        for (Json panel : Json.of(Files.readString(dashboard)).at("panels").items()) {
            assertThat(picture).contains(panel.at("title").text("") + "</text>");
        }
    }
}
