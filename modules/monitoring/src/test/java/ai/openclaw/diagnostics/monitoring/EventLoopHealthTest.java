package ai.openclaw.diagnostics.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLoopHealthTest {

    private static final int CORES = 2;

    @ParameterizedTest(name = "max {0} ms, utilization {1}, CPU {2} of 2 cores: {3}")
    @CsvSource(
            nullValues = "none",
            value = {
                "    0, 0,      0,    none",
                "999.9, 0.949,  1.79, none",
                " 1000, 0,      0,    event_loop_delay",
                "    0, 0.95,   0,    event_loop_utilization",
                "    0, 0,      1.8,  cpu",
                " 2000, 1,      2,    event_loop_delay+event_loop_utilization+cpu",
            })
    void reasonsBeginAtTheirLimits(double maxMs, double utilization, double cpuCoreRatio, String reasons) {
        EventLoopHealth health = EventLoopHealth.of(10_000, 0, maxMs, utilization, cpuCoreRatio, CORES);

        assertThat(String.join("+", health.reasons())).isEqualTo(reasons == null ? "" : reasons);
        assertThat(health.degraded()).isEqualTo(reasons != null);
    }

    @Test
    void aBusyCoreOfManyIsNoReason() {
        assertThat(EventLoopHealth.of(10_000, 0, 0, 0, 1.7, 8).degraded()).isFalse();
    }

    @Test
    void jsonHasTheKeysInTheirOrderAndRoundedFigures() {
        EventLoopHealth health = EventLoopHealth.of(10_013, 420.1951, 2386.6489, 0.68049, 0.20949, CORES);

        assertThat(health.toJson().encode())
                .isEqualTo("{\"degraded\":true,\"reasons\":[\"event_loop_delay\"],\"intervalMs\":10013,"
                        + "\"delayP99Ms\":420.2,\"delayMaxMs\":2386.6,\"utilization\":0.68,\"cpuCoreRatio\":0.209}");
    }

    @Test
    void ofAnUnmeasuredLoopNothingIsKnownAndNothingFeared() {
        assertThat(EventLoopHealth.unmeasured().toJson().encode())
                .isEqualTo("{\"degraded\":false,\"reasons\":[],\"intervalMs\":0,"
                        + "\"delayP99Ms\":0.0,\"delayMaxMs\":0.0,\"utilization\":0.0,\"cpuCoreRatio\":0.0}");
    }
}
