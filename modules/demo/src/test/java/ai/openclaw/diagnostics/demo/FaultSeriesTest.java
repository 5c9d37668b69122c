package ai.openclaw.diagnostics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.demo.fault.Fault;
import ai.openclaw.diagnostics.demo.fault.PlannedFault;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Faults as a scrape shows them. */
class FaultSeriesTest {

    private static final Pattern DROPPED = Pattern.compile("(?m)^openclaw_prometheus_series_dropped_total (\\d+)$");
    private static final int SERIES_CAP = 2048;

    @Test
    void aLeakingLabelPassesThePolicyAndFillsTheStoreWithinMinutes() {
        String before = textAfter(Duration.ofSeconds(30), PlannedFault.always(Fault.LEAKING_LABEL));
        String after = textAfter(Duration.ofMinutes(5), PlannedFault.always(Fault.LEAKING_LABEL));

        assertThat(before).contains("tool=\"report-1\"", "tool=\"report-a\"").contains("series_dropped_total 0\n");
        assertThat(dropped(after)).isPositive();
        assertThat(after.lines().filter(line -> line.startsWith("openclaw_tool_execution_total{")))
                .as("each leaked name has a counter and a histogram")
                .hasSizeBetween(SERIES_CAP / 3, SERIES_CAP / 2);
    }

    @Test
    void withoutALeakNothingIsDropped() {
        assertThat(dropped(textAfter(Duration.ofHours(1)))).isZero();
    }

    @Test
    void allOtherFaultsTogetherShowInTheirSeriesAndFitIntoTheStore() {
        String text = textAfter(
                Duration.ofMinutes(30),
                PlannedFault.always(Fault.PROVIDER_DOWN),
                PlannedFault.always(Fault.DELIVERIES_FAILING),
                PlannedFault.always(Fault.LANE_STALLED),
                PlannedFault.always(Fault.TOOL_FAILING),
                PlannedFault.always(Fault.HARNESS_FAILING),
                PlannedFault.always(Fault.MEMORY_PRESSURE));

        assertThat(text)
                .containsPattern(
                        "openclaw_model_call_total\\{.*error_category=\"server_error\".*provider=\"anthropic\"")
                .containsPattern("openclaw_message_delivery_total\\{channel=\"telegram\".*outcome=\"error\"")
                .containsPattern("openclaw_queue_lane_size\\{lane=\"subagent\"} [1-9]")
                .doesNotContain("openclaw_queue_lane_wait_seconds_count{lane=\"subagent\"}")
                .containsPattern("openclaw_tool_execution_total\\{.*outcome=\"error\".*tool=\"web_search\"")
                .containsPattern("openclaw_harness_run_total\\{.*harness=\"codex\".*outcome=\"error\"")
                .contains("openclaw_memory_pressure_total{level=\"critical\",reason=\"rss_threshold\"} 7\n");
        assertThat(dropped(text)).isZero();
    }

    private static long dropped(String text) {
        Matcher dropped = DROPPED.matcher(text);
        assertThat(dropped.find()).isTrue();
        return Long.parseLong(dropped.group(1));
    }

    private static String textAfter(Duration length, PlannedFault... faults) {
        PrometheusExporter exporter = PrometheusExporter.create();
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        channel.subscribe(exporter.recorder());
        DemoPlan plan = new DemoPlan(1, false, 1, false, List.of(faults));
        Story.plan(channel, plan, LocalTime.NOON).advanceTo(length.toMillis());
        return exporter.exposition().text();
    }
}
