package ai.openclaw.diagnostics.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {

    private final Curve curve = new Curve(new Box(0, 0, 40, 100), 0, 100);

    @Test
    void pointsOnAStraightLineAreLeftOut() {
        assertThat(curve.line(new double[] {0, 25, 50, 75, 100})).isEqualTo("M0 100l40-100");
    }

    @Test
    void whereThereIsNoValueTheLineIsBroken() {
        assertThat(curve.line(new double[] {50, 50, Double.NaN, 0, 100})).isEqualTo("M0 50l10 0M30 100l10-100");
    }

    @Test
    void anAreaReachesDownToZero() {
        assertThat(curve.area(new double[] {50, 50, 50})).isEqualTo("M0 50l40 0V100H0z");
    }
}
