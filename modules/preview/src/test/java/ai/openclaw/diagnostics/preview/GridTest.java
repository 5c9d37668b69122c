package ai.openclaw.diagnostics.preview;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.preview.query.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GridTest {

    static List<Json> dashboards() throws IOException {
        return Dashboards.all();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsStandOnThePictureAndNotOnEachOther(Json dashboard) {
        Grid grid = new Grid(0);
        List<Box> placed = new ArrayList<>();
        for (Json panel : dashboard.at("panels").items()) {
            Box box = grid.place(panel.at("gridPos"));
            assertThat(box.x()).isPositive();
            assertThat(box.right()).isLessThan(Grid.WIDTH);
            assertThat(placed).noneMatch(other -> overlap(box, other));
            placed.add(box);
        }
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }
}
