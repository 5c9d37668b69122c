package ai.openclaw.diagnostics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamiliesTest {

    private final PrometheusExporter exporter = PrometheusExporter.create();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyFamilyIsAliveWithinAMinute(long seed) {
        String text = textAfter(Duration.ofMinutes(1), seed);

        for (Family family : OpenClawCatalog.CATALOG.families()) {
            assertThat(text).as("seed %d", seed).contains("# TYPE " + family.name() + " ");
        }
    }

    @Test
    void overADayNothingIsDroppedRejectedOrLeaked() {
        String text = textAfter(Duration.ofDays(1), 1);

        assertThat(text)
                .contains("openclaw_prometheus_series_dropped_total 0\n")
                .contains("lane=\"session\"")
                .contains("model=\"unknown\"")
                .doesNotContain("agent:")
                .doesNotContain(Housekeeping.ROGUE);
        assertThat(exporter.rejections().total()).isZero();
    }

    private String textAfter(Duration length, long seed) {
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        channel.subscribe(exporter.recorder());
        Story.plan(channel, DemoPlan.ofSeed(seed), LocalTime.NOON).advanceTo(length.toMillis());
        return exporter.exposition().text();
    }
}
