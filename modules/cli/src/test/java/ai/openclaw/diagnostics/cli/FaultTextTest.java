package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.demo.DemoPlan;
import ai.openclaw.diagnostics.demo.fault.Fault;
import ai.openclaw.diagnostics.demo.fault.PlannedFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class FaultTextTest {

    private final FaultText text = new FaultText();

    @Test
    void aNameAloneIsBrokenFromTheStartUntilTheEnd() {
        assertThat(text.convert("provider-down")).isEqualTo(PlannedFault.always(Fault.PROVIDER_DOWN));
    }

    @Test
    void aStartAndALengthMayFollow() {
        assertThat(text.convert("lane-stalled@5m"))
                .isEqualTo(new PlannedFault(Fault.LANE_STALLED, Duration.ofMinutes(5), null));
        assertThat(text.convert("lane-stalled@30s+2h"))
                .isEqualTo(new PlannedFault(Fault.LANE_STALLED, Duration.ofSeconds(30), Duration.ofHours(2)));
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultHasAName(Fault fault) {
        assertThat(text.convert(fault.id()).fault()).isEqualTo(fault);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearestAndAllThereAre() {
        assertThatThrownBy(() -> text.convert("provider-dwn@30s"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageStartingWith("there is no fault 'provider-dwn' (did you mean provider-down?); known: ")
                .hasMessageContaining(String.join(", ", Fault.ids()));
        assertThatThrownBy(() -> text.convert("fire"))
                .hasMessageStartingWith("there is no fault 'fire'; known: provider-down, ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        provider-down@30      | '30' is not a time such as 30s, 5m or 1h
        provider-down@        | '' is not a time such as 30s, 5m or 1h
        provider-down@1s+-2s  | '-2s' is not a time such as 30s, 5m or 1h
        provider-down@1s+0s   | fault provider-down: lasts 0 ms, more than 0
        provider-down+2m      | 'provider-down+2m' is not of the form NAME[@START[+LENGTH]]
        """)
    void whatCannotBeReadSaysWhy(String written, String message) {
        assertThatThrownBy(() -> text.convert(written))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tool-failing", "tool-failing@90s", "tool-failing@0s+40m", "tool-failing@2h+61s"})
    void theStartScreenSaysItAsItIsWritten(String written) {
        assertThat(FaultText.of(text.convert(written))).isEqualTo(written);
    }

    @Test
    void theStartScreenTellsSpeedAndFaults() {
        PlannedFault fault = PlannedFault.always(Fault.MODEL_SLOW);

        assertThat(DemoDescription.of(DemoPlan.ofSeed(1))).isEqualTo("demo workload");
        assertThat(DemoDescription.of(new DemoPlan(1, false, 60, false, List.of(fault))))
                .isEqualTo("demo workload, 60 times as fast, with faults: model-slow");
    }
}
