package ai.openclaw.diagnostics.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.preview.query.Series;
import ai.openclaw.diagnostics.preview.query.TimeLapse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingTest {

    private static final Box BOX = new Box(0, 0, 400, 280);

    static Stream<Panel> panels() throws IOException {
        return Dashboards.all().stream()
                .flatMap(dashboard -> dashboard.at("panels").items().stream())
                .map(Panel::new)
                .filter(panel -> !panel.type().equals("row"));
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everyPanelOfTheDashboardsCanBeDrawnWhateverIsFound(Panel panel) {
        for (double value : new double[] {0, 1, 1234.5, 1e-7}) {
            Svg svg = new Svg();
            Page.drawing(panel.type()).draw(svg, BOX, panel, answers(panel, value));
            assertThat(svg.picture(400, 280, "")).contains("<text").doesNotContain("NaN", "Infinity", "null");
        }
    }

    /** For each query two series, the second of which has no value at first. */
    private static List<List<Series>> answers(Panel panel, double value) {
        return panel.json().at("targets").items().stream()
                .map(target -> List.of(series("1", value, value), series("+Inf", Double.NaN, value * 2)))
                .toList();
    }

    private static Series series(String bound, double first, double later) {
        double[] values = new double[TimeLapse.STEPS + 1];
        Arrays.fill(values, later);
        values[0] = first;
        return new Series("series " + bound, Map.of("le", bound), values);
    }

    @Test
    void aKindOfPanelThatIsNotKnownIsAnError() {
        assertThatThrownBy(() -> Page.drawing("piechart")).hasMessageContaining("piechart");
    }
}
