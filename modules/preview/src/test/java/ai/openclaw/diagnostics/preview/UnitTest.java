package ai.openclaw.diagnostics.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "percentunit, 0.1234, 1, 12.3%",
        "percentunit, 17.75, 0, 1775%",
        "s, 0, -1, 0 s",
        "s, 0.0265, -1, 26.5 ms",
        "s, 0.0000012, -1, 1.20 µs",
        "s, 45.34, 1, 45.3 s",
        "s, 90, 1, 1.5 min",
        "s, 7200, -1, 2 hours",
        "bytes, 407896064, -1, 389 MiB",
        "bytes, 0, -1, 0 B",
        "Bps, 1580, -1, 1.58 kB/s",
        "currencyUSD, 13310, 2, $13.31K",
        "currencyUSD, 0.0441, 3, $0.044",
        "currencyUSD, -2, 0, -$2",
        "cpm, 20.44, -1, 20.4 c/m",
        "cpm, 0.9999999, -1, 1.00 c/m",
        "short, 24700000, 1, 24.7 Mil",
        "short, 303, 0, 303",
        "none, 6123.4, 0, 6123",
        "none, -0.01, 0, 0",
    })
    void aValueIsWrittenAsItsUnitAsks(String unit, double value, int decimals, String text) {
        assertThat(Unit.text(unit, value, decimals)).isEqualTo(text);
    }

    @Test
    void aUnitThatIsNotKnownIsAnError() {
        assertThatThrownBy(() -> Unit.text("furlongs", 1, 0)).hasMessageContaining("furlongs");
    }
}
