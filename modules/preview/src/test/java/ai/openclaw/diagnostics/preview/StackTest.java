package ai.openclaw.diagnostics.preview;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.preview.query.Series;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackTest {

    @Test
    void aSeriesStandsOnThoseBelowIt() {
        List<double[]> edges = Stack.of(List.of(series(1, 2), series(10, 20), series(100, 200)));

        assertThat(edges).containsExactly(new double[] {1, 2}, new double[] {11, 22}, new double[] {111, 222});
    }

    @Test
    void whatHasNoValueLeavesAHoleAndLiftsNothing() {
        List<double[]> edges = Stack.of(List.of(series(1, 1), series(Double.NaN, 10), series(100, 100)));

        assertThat(edges).containsExactly(new double[] {1, 1}, new double[] {Double.NaN, 11}, new double[] {101, 111});
    }

    private static Series series(double... values) {
        return new Series("", Map.of(), values);
    }
}
