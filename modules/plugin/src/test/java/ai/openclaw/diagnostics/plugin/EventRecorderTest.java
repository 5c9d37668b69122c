package ai.openclaw.diagnostics.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
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
import ai.openclaw.diagnostics.events.UnknownEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each event records, and what it does not. */
class EventRecorderTest {

    private static final double NONE = Double.NaN;

    private final PrometheusExporter exporter = PrometheusExporter.create();

    @Test
    void untrustedEventIsIgnored() {
        exporter.recorder()
                .onEvent(
                        MessageDeliveryStarted.builder()
                                .channel("telegram")
                                .deliveryKind("text")
                                .build(),
                        Provenance.UNTRUSTED);
        assertThat(exposition()).isEmpty();
    }

    @Test
    void internalAndTrustedEventsAreRecordedAlike() {
        exporter.recorder()
                .onEvent(
                        MessageDeliveryStarted.builder()
                                .channel("telegram")
                                .deliveryKind("text")
                                .build(),
                        Provenance.INTERNAL);
        exporter.recorder()
                .onEvent(
                        MessageDeliveryStarted.builder()
                                .channel("telegram")
                                .deliveryKind("text")
                                .build(),
                        Provenance.TRUSTED);
        assertThat(samples())
                .isEqualTo("openclaw_message_delivery_started_total{channel=\"telegram\",delivery_kind=\"text\"} 2\n"
                        + "openclaw_prometheus_series_dropped_total 0\n");
    }

    @Test
    void anUnknownEventRecordsNothing() {
        record(new UnknownEvent());
        assertThat(exposition()).isEmpty();
    }

    @Test
    void anEventWithoutAnyLabelFallsBackForEachOfThem() {
        record(HarnessRunError.builder().build());
        assertThat(samples())
                .contains(
                        "openclaw_harness_run_total{channel=\"unknown\",error_category=\"other\",harness=\"unknown\","
                                + "model=\"unknown\",outcome=\"error\",phase=\"unknown\",plugin=\"unknown\",provider=\"unknown\"} 1\n")
                .doesNotContain("duration");
    }

    @Test
    void aRecoveryRequestSaysWhetherActiveWorkMayBeAborted() {
        record(SessionRecoveryRequested.builder()
                .allowActiveAbort(true)
                .state("processing")
                .build());
        record(SessionRecoveryRequested.builder().allowActiveAbort(false).build());
        assertThat(samples())
                .contains("{action=\"abort\",active_work_kind=\"none\",state=\"processing\",status=\"requested\"} 1\n")
                .contains("{action=\"recover\",active_work_kind=\"none\",state=\"unknown\",status=\"requested\"} 1\n");
    }

    @Test
    void aLaneShowsOnlyWhatPrecedesTheColon() {
        record(QueueLaneDequeue.builder()
                .lane("session:agent:main:telegram:dm:4711")
                .queueSize(3)
                .waitMs(250)
                .build());
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
            record(ModelUsage.builder()
                    .agentId("main")
                    .channel("cli")
                    .model("m")
                    .provider("p")
                    .usage(TokenUsage.builder().build())
                    .costUsd(0.1)
                    .durationMs(0.3)
                    .build());
        }
        assertThat(samples())
                .contains(
                        "openclaw_model_cost_usd_total{agent=\"main\",channel=\"cli\",model=\"m\",provider=\"p\"} 1\n")
                .contains("_duration_seconds_sum{agent=\"main\",channel=\"cli\",model=\"m\",provider=\"p\"} 0.003\n");
    }

    @Test
    void zeroTokensAndZeroCostMakeNoSeries() {
        record(ModelUsage.builder()
                .agentId("main")
                .channel("cli")
                .model("m")
                .provider("p")
                .usage(TokenUsage.builder()
                        .input(0)
                        .output(0)
                        .cacheRead(0)
                        .cacheWrite(0)
                        .promptTokens(0)
                        .total(0)
                        .build())
                .costUsd(0)
                .build());
        assertThat(exposition()).isEmpty();
        assertThat(exporter.rejections().total()).isZero();
    }

    @Test
    void anInvalidNumberSkipsItsFamilyAndIsCountedAsRejected() {
        record(RunCompleted.builder()
                .channel("cli")
                .model("m")
                .outcome("completed")
                .provider("p")
                .trigger("user")
                .durationMs(-1)
                .build());
        record(RunCompleted.builder()
                .channel("cli")
                .model("m")
                .outcome("completed")
                .provider("p")
                .trigger("user")
                .durationMs(Double.POSITIVE_INFINITY)
                .build());
        record(RunCompleted.builder()
                .channel("cli")
                .model("m")
                .outcome("completed")
                .provider("p")
                .trigger("user")
                .durationMs(147 * 365.25 * 86_400_000)
                .build());
        assertThat(samples())
                .contains("openclaw_run_completed_total{")
                .contains("} 3\n")
                .doesNotContain("duration");
        assertThat(exporter.rejections().of(RunCompleted.TYPE, "durationMs")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, -1e-322, -1e-300, -1, -1e300, Double.NEGATIVE_INFINITY})
    void aNegativeDurationHoweverSmallIsNoValue(double ms) {
        record(RunCompleted.builder()
                .channel("cli")
                .model("m")
                .outcome("completed")
                .provider("p")
                .trigger("user")
                .durationMs(ms)
                .build());
        record(MessageProcessed.builder()
                .channel("cli")
                .outcome("completed")
                .durationMs(ms)
                .build());
        record(QueueLaneDequeue.builder().lane("main").waitMs(ms).build());
        assertThat(samples()).doesNotContain("_seconds_");
        assertThat(exporter.rejections().total()).isEqualTo(3);
    }

    @Test
    void aGaugeOfMinusOneSaysThatTheGatewayDoesNotKnow() {
        record(QueueLaneEnqueue.builder().lane("main").queueSize(5).build());
        record(QueueLaneEnqueue.builder().lane("main").queueSize(-1).build());
        record(SessionState.builder().reason("r").state("idle").queueDepth(-1).build());
        assertThat(samples())
                .contains("openclaw_queue_lane_size{lane=\"main\"} 5\n")
                .doesNotContain("queue_depth");
        assertThat(exporter.rejections().total()).isZero();
        record(QueueLaneEnqueue.builder().lane("main").queueSize(-2).build());
        assertThat(exporter.rejections().total()).isOne();
    }

    @Test
    void missingUsageAndMemoryAreRejectedAndTheRestIsRecorded() {
        record(ModelUsage.builder()
                .agentId("main")
                .channel("cli")
                .model("m")
                .provider("p")
                .costUsd(0.5)
                .build());
        record(MemorySample.builder().build());
        assertThat(samples()).contains("openclaw_model_cost_usd_total{").doesNotContain("memory");
        assertThat(exporter.rejections().of(ModelUsage.TYPE, "usage")).isOne();
        assertThat(exporter.rejections().of(MemorySample.TYPE, "memory")).isOne();
    }

    @Test
    void aMemorySampleSetsThreeGaugesAndObservesTheResidentMemory() {
        record(MemorySample.builder()
                .memory(MemoryUsage.builder()
                        .rssBytes(2048)
                        .heapTotalBytes(1024.5)
                        .heapUsedBytes(0)
                        .build())
                .build());
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
            record(MessageDeliveryStarted.builder()
                    .channel("c" + i)
                    .deliveryKind("text")
                    .build());
        }
        record(MessageDeliveryStarted.builder()
                .channel("c0")
                .deliveryKind("text")
                .build());
        assertThat(samples())
                .contains("{channel=\"c0\",delivery_kind=\"text\"} 2\n")
                .contains("{channel=\"c2047\",delivery_kind=\"text\"} 1\n")
                .doesNotContain("channel=\"c2048\"")
                .contains("openclaw_prometheus_series_dropped_total 2\n");
    }

    @Test
    void aPaddedValueIsTrimmedAndOtherwiseLeftAlone() {
        record(MessageDeliveryStarted.builder()
                .channel("\u00a0 Telegram-1.2:3 \u2028")
                .deliveryKind(" ".repeat(200) + "text")
                .build());
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
