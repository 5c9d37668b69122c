package ai.openclaw.diagnostics.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.*;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.EventField;
import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.HarnessRunError;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MemoryUsage;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.QueueLaneDequeue;
import ai.openclaw.diagnostics.events.QueueLaneEnqueue;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.SessionRecoveryRequested;
import ai.openclaw.diagnostics.events.SessionState;
import ai.openclaw.diagnostics.events.TokenUsage;
import ai.openclaw.diagnostics.events.Unrecognised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each event records, and what it does not. */
class EventRecorderTest {

    private static final double NONE = Double.NaN;

    private final PrometheusExporter exporter = PrometheusExporter.create();

    @Test
    void anEventThatNobodyVouchesForIsIgnored() {
        exporter.recorder().onEvent(new MessageDeliveryStarted("telegram", "text"), Provenance.UNTRUSTED);
        assertThat(exposition()).isEmpty();
    }

    @Test
    void internalAndTrustedEventsAreRecordedAlike() {
        exporter.recorder().onEvent(new MessageDeliveryStarted("telegram", "text"), Provenance.INTERNAL);
        exporter.recorder().onEvent(new MessageDeliveryStarted("telegram", "text"), Provenance.TRUSTED);
        assertThat(samples())
                .isEqualTo("openclaw_message_delivery_started_total{channel=\"telegram\",delivery_kind=\"text\"} 2\n"
                        + "openclaw_prometheus_series_dropped_total 0\n");
    }

    @Test
    void anUnrecognisedEventRecordsNothing() {
        record(new Unrecognised());
        assertThat(exposition()).isEmpty();
    }

    @Test
    void anEventWithoutAnyLabelFallsBackForEachOfThem() {
        record(new HarnessRunError(null, null, null, null, null, null, null, NONE));
        assertThat(samples())
                .contains(
                        "openclaw_harness_run_total{channel=\"unknown\",error_category=\"other\",harness=\"unknown\","
                                + "model=\"unknown\",outcome=\"error\",phase=\"unknown\",plugin=\"unknown\",provider=\"unknown\"} 1\n")
                .doesNotContain("duration");
    }

    @Test
    void aRecoveryRequestSaysWhetherActiveWorkMayBeAborted() {
        record(new SessionRecoveryRequested(true, null, "processing", NONE));
        record(new SessionRecoveryRequested(false, null, null, NONE));
        assertThat(samples())
                .contains("{action=\"abort\",active_work_kind=\"none\",state=\"processing\",status=\"requested\"} 1\n")
                .contains("{action=\"recover\",active_work_kind=\"none\",state=\"unknown\",status=\"requested\"} 1\n");
    }

    @Test
    void aLaneShowsOnlyWhatPrecedesTheColon() {
        record(new QueueLaneDequeue("session:agent:main:telegram:dm:4711", 3, 250));
        assertThat(samples())
                .contains("openclaw_queue_lane_size{lane=\"session\"} 3\n")
                .contains("openclaw_queue_lane_wait_seconds_bucket{lane=\"session\",le=\"0.25\"} 1\n")
                .contains("openclaw_queue_lane_wait_seconds_bucket{lane=\"session\",le=\"0.1\"} 0\n")
                .contains("openclaw_queue_lane_wait_seconds_sum{lane=\"session\"} 0.25\n")
                .doesNotContain("4711");
    }

    @Test
    void sumsAreTheDecimalsThatAPersonWouldAddUp() {
        for (int i = 0; i < 10; i++) {
            record(new ModelUsage(
                    "main", "cli", "m", "p", new TokenUsage(NONE, NONE, NONE, NONE, NONE, NONE), 0.1, 0.3));
        }
        assertThat(samples())
                .contains(
                        "openclaw_model_cost_usd_total{agent=\"main\",channel=\"cli\",model=\"m\",provider=\"p\"} 1\n")
                .contains("_duration_seconds_sum{agent=\"main\",channel=\"cli\",model=\"m\",provider=\"p\"} 0.003\n");
    }

    @Test
    void zeroTokensAndZeroCostMakeNoSeries() {
        record(new ModelUsage("main", "cli", "m", "p", new TokenUsage(0, 0, 0, 0, 0, 0), 0, NONE));
        assertThat(exposition()).isEmpty();
        assertThat(exporter.rejections().total()).isZero();
    }

    @Test
    void anInvalidNumberSkipsItsFamilyAndIsCountedAsRejected() {
        record(new RunCompleted("cli", "m", "completed", "p", "user", -1));
        record(new RunCompleted("cli", "m", "completed", "p", "user", Double.POSITIVE_INFINITY));
        record(new RunCompleted("cli", "m", "completed", "p", "user", 147 * 365.25 * 86_400_000));
        assertThat(samples())
                .contains("openclaw_run_completed_total{")
                .contains("} 3\n")
                .doesNotContain("duration");
        assertThat(exporter.rejections().of(EventType.RUN_COMPLETED, EventField.DURATION_MS))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, -1e-322, -1e-300, -1, -1e300, Double.NEGATIVE_INFINITY})
    void aNegativeDurationHoweverSmallIsNoValue(double ms) {
        record(new RunCompleted("cli", "m", "completed", "p", "user", ms));
        record(new MessageProcessed("cli", "completed", null, ms));
        record(new QueueLaneDequeue("main", NONE, ms));
        assertThat(samples()).doesNotContain("_seconds_");
        assertThat(exporter.rejections().total()).isEqualTo(3);
    }

    @Test
    void aGaugeOfMinusOneSaysThatTheGatewayDoesNotKnow() {
        record(new QueueLaneEnqueue("main", 5));
        record(new QueueLaneEnqueue("main", -1));
        record(new SessionState("r", "idle", -1));
        assertThat(samples())
                .contains("openclaw_queue_lane_size{lane=\"main\"} 5\n")
                .doesNotContain("queue_depth");
        assertThat(exporter.rejections().total()).isZero();
        record(new QueueLaneEnqueue("main", -2));
        assertThat(exporter.rejections().total()).isOne();
    }

    @Test
    void missingUsageAndMemoryAreRejectedAndTheRestIsRecorded() {
        record(new ModelUsage("main", "cli", "m", "p", null, 0.5, NONE));
        record(new MemorySample(null));
        assertThat(samples()).contains("openclaw_model_cost_usd_total{").doesNotContain("memory");
        assertThat(exporter.rejections().of(EventType.MODEL_USAGE, EventField.USAGE))
                .isOne();
        assertThat(exporter.rejections().of(EventType.MEMORY_SAMPLE, EventField.MEMORY))
                .isOne();
    }

    @Test
    void aMemorySampleSetsThreeGaugesAndObservesTheResidentMemory() {
        record(new MemorySample(new MemoryUsage(2048, 1024.5, 0)));
        assertThat(samples())
                .contains("openclaw_memory_bytes{kind=\"rss\"} 2048\n")
                .contains("openclaw_memory_bytes{kind=\"heap_total\"} 1024.5\n")
                .contains("openclaw_memory_bytes{kind=\"heap_used\"} 0\n")
                .contains("openclaw_memory_rss_bytes_bucket{le=\"4096\"} 1\n")
                .contains("openclaw_memory_rss_bytes_sum 2048\n");
    }

    @Test
    void newSeriesAtTheCapAreDroppedOneByOneAndKnownOnesGoOn() {
        for (int i = 0; i < 2050; i++) {
            record(new MessageDeliveryStarted("c" + i, "text"));
        }
        record(new MessageDeliveryStarted("c0", "text"));
        assertThat(samples())
                .contains("{channel=\"c0\",delivery_kind=\"text\"} 2\n")
                .contains("{channel=\"c2047\",delivery_kind=\"text\"} 1\n")
                .doesNotContain("channel=\"c2048\"")
                .contains("openclaw_prometheus_series_dropped_total 2\n");
    }

    @Test
    void aPaddedValueIsTrimmedAndOtherwiseLeftAlone() {
        record(new MessageDeliveryStarted("\u00a0 Telegram-1.2:3 \u2028", " ".repeat(200) + "text"));
        assertThat(samples()).contains("{channel=\"Telegram-1.2:3\",delivery_kind=\"text\"} 1\n");
    }

    @Test
    void theTestsRunInsideTheModule() {
        assertThat(PrometheusExporter.class.getModule().getName()).isEqualTo("ai.openclaw.diagnostics.plugin");
    }

    private void record(DiagnosticEvent event) {
        exporter.recorder().onEvent(event, Provenance.TRUSTED);
    }

    private String samples() {
        return exposition()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    private String exposition() {
        return exporter.exposition().text();
    }
}
