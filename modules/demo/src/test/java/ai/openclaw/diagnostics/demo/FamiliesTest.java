package ai.openclaw.diagnostics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.demo.background.Housekeeping;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.plugin.ExporterOptions;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** What a workload does not have: the process that plays it tells the first four, and has none of the others. */
    private static final Set<String> NOT_PLAYED = Set.of(
            "openclaw_gateway_build_info",
            "openclaw_gateway_event_loop_delay_max_seconds",
            "openclaw_gateway_event_loop_observed_seconds_total",
            "openclaw_gc_duration_seconds",
            "openclaw_worker_count",
            "openclaw_worker_heap_sampled_count",
            "openclaw_worker_heap_used_bytes",
            "openclaw_diagnostic_async_queue_dropped_total",
            "openclaw_diagnostic_async_queue_length");

    @Test
    void everyFamilyOfALaterProfileThatAWorkloadHasIsAlive() {
        PrometheusExporter later =
                PrometheusExporter.create(ExporterOptions.defaults().withProfile(Profile.V2026_9), Rejections.create());
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        channel.subscribe(later.recorder());
        Story.plan(channel, DemoPlan.ofSeed(1), LocalTime.NOON)
                .advanceTo(Duration.ofHours(2).toMillis());
        String text = later.exposition().text();

        for (Family family : OpenClawCatalog.of(Profile.V2026_9).families()) {
            assertThat(text.contains("# TYPE " + family.name() + " "))
                    .as(family.name())
                    .isNotEqualTo(NOT_PLAYED.contains(family.name()));
        }
        assertThat(text).contains("openclaw_prometheus_series_dropped_total 0\n");
        assertThat(later.rejections().total()).isZero();
    }

    @Test
    void thePageSaysWhatIsNotPlayed() throws IOException {
        String page = Files.readString(Path.of("../../docs/faults.md"));
        String section = page.substring(page.indexOf("## What the demo does not have"));
        assertThat(Pattern.compile("`(openclaw_\\w+)`").matcher(section).results())
                .map(family -> family.group(1))
                .containsExactlyInAnyOrderElementsOf(NOT_PLAYED);
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
