package ai.openclaw.diagnostics.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void ticksAreRoundNumbersThatEncloseTheValues() {
        assertThat(Ticks.of(0, 47.3, 4, "cpm")).isEqualTo(List.of(0.0, 20.0, 40.0, 60.0));
        assertThat(Ticks.of(0, 1, 4, "percentunit")).isEqualTo(List.of(0.0, 0.25, 0.5, 0.75, 1.0));
    }

    @Test
    void valuesBelowZeroHaveTicks() {
        assertThat(Ticks.of(-2.5, 5, 4, "none")).isEqualTo(List.of(-4.0, -2.0, 0.0, 2.0, 4.0, 6.0));
    }

    @Test
    void bytesAreRoundInPowersOfTwo() {
        double mebibyte = 1 << 20;

        assertThat(Ticks.of(0, 388 * mebibyte, 4, "bytes"))
                .isEqualTo(List.of(0.0, 128 * mebibyte, 256 * mebibyte, 384 * mebibyte, 512 * mebibyte));
    }

    @Test
    void secondsAreRoundInMinutes() {
        assertThat(Ticks.of(0, 230, 4, "s")).isEqualTo(List.of(0.0, 60.0, 120.0, 180.0, 240.0));
    }

    @Test
    void whereAllValuesAreTheSameThereAreTwoTicksAtLeast() {
        assertThat(Ticks.of(0, 0, 4, "none")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(Ticks.of(5, 5, 4, "none")).hasSizeGreaterThanOrEqualTo(2);
    }
}
