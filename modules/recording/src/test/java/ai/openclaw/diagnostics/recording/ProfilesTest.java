package ai.openclaw.diagnostics.recording;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.events.AsyncQueueDropped;
import ai.openclaw.diagnostics.events.ChildProcessSpawn;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.EventLoopSample;
import ai.openclaw.diagnostics.events.LivenessWarning;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MemoryUsage;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelFailover;
import ai.openclaw.diagnostics.events.PayloadLarge;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.events.WorkerHeap;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What differs between the profiles, and what only 2026.9 records. */
class ProfilesTest {

    private static List<String> lines(Profile profile, DiagnosticEvent... events) {
        return Recording.of(profile).record(events).lines();
    }

    private static MemorySample sample(WorkerHeap... heaps) {
        return MemorySample.builder()
                .memory(MemoryUsage.builder()
                        .rssBytes(1)
                        .heapTotalBytes(2)
                        .heapUsedBytes(3)
                        .externalBytes(4)
                        .arrayBuffersBytes(5)
                        .workerHeapTotalBytes(6)
                        .workerHeapUsedBytes(7)
                        .workerCount(8)
                        .workerHeapSampledCount(9)
                        .workerHeaps(List.of(heaps))
                        .build())
                .build();
    }

    private static WorkerHeap heap(String script, double used) {
        return WorkerHeap.builder().script(script).heapUsed(used).build();
    }

    private static String[] heaps(Recording recording) {
        return recording.lines().stream()
                .filter(line -> line.startsWith("worker_heap_used_bytes"))
                .map(line -> line.substring("worker_heap_used_bytes".length()))
                .toArray(String[]::new);
    }

    @Test
    void theDefaultProfileRecordsNothingOfLaterOnes() {
        assertThat(lines(
                        Profile.V2026_5,
                        sample(heap("a.js", 10)),
                        EventLoopSample.builder().intervalMs(1).build()))
                .containsExactly(
                        "memory_bytes[rss] 1",
                        "memory_bytes[heap_total] 2",
                        "memory_bytes[heap_used] 3",
                        "memory_rss_bytes[] 1 of 1");
    }

    @Test
    void aMemorySampleIsAdmittedInItsOrder() {
        assertThat(lines(Profile.V2026_9, sample(heap("a.js", 10))))
                .containsExactly(
                        "memory_bytes[rss] 1",
                        "memory_bytes[heap_total] 2",
                        "memory_bytes[heap_used] 3",
                        "memory_bytes[external] 4",
                        "memory_bytes[array_buffers] 5",
                        "memory_bytes[worker_heap_total] 6",
                        "memory_bytes[worker_heap_used] 7",
                        "worker_count[] 8",
                        "worker_heap_sampled_count[] 9",
                        "worker_heap_used_bytes[a.js] 10",
                        "memory_rss_bytes[] 1 of 1");
    }

    @Test
    void eachSampleForgetsTheScriptsOfTheOneBefore() {
        Recording recording = Recording.of(Profile.V2026_9);
        assertThat(heaps(recording.record(sample(heap("a.js", 10), heap("b.js", 20)))))
                .containsExactly("[a.js] 10", "[b.js] 20");
        assertThat(heaps(recording.record(sample(heap("b.js", 5))))).containsExactly("[b.js] 5");
        assertThat(heaps(recording.record(sample()))).isEmpty();
        assertThat(heaps(recording.record(sample(heap("a.js", 1))))).containsExactly("[a.js] 1");
    }

    @Test
    void theWorkersOfAScriptAndOfRefusedScriptsAddUp() {
        Recording recording = Recording.of(Profile.V2026_9)
                .record(sample(
                        heap("a.js", 1),
                        heap("/etc/x", 10),
                        heap("a.js", 2),
                        heap(null, 20),
                        heap("a.js", Double.NaN)));
        assertThat(heaps(recording)).containsExactly("[a.js] 3", "[unknown] 30");
        assertThat(recording.rejected()).isZero();
    }

    @Test
    void aHeapThatIsOutOfRangeIsRejectedAndNoSeries() {
        Recording recording = Recording.of(Profile.V2026_9).record(sample(heap("a.js", -5)));
        assertThat(heaps(recording)).isEmpty();
        assertThat(recording.rejected()).isOne();
    }

    @Test
    void runsAreBlockedBySomethingOrHaveNoSuchLabel() {
        RunCompleted free = RunCompleted.builder().outcome("completed").build();
        RunCompleted empty =
                RunCompleted.builder().outcome("completed").blockedBy("").build();
        RunCompleted blocked =
                RunCompleted.builder().outcome("blocked").blockedBy("budget").build();
        RunCompleted refused =
                RunCompleted.builder().outcome("blocked").blockedBy("a b").build();
        assertThat(lines(Profile.V2026_9, free, empty, blocked, refused))
                .containsExactly(
                        "run_completed_total[unknown, unknown, completed, unknown, unknown] 2",
                        "run_completed_total[budget, unknown, unknown, blocked, unknown, unknown] 1",
                        "run_completed_total[unknown, unknown, unknown, blocked, unknown, unknown] 1");
        assertThat(lines(Profile.V2026_5, free, blocked))
                .containsExactly(
                        "run_completed_total[unknown, unknown, completed, unknown, unknown] 1",
                        "run_completed_total[unknown, unknown, blocked, unknown, unknown] 1");
    }

    @Test
    void furtherLabelsAreHiddenInTheDefaultProfile() {
        DiagnosticEvent[] events = {
            ModelCallCompleted.builder().api("x").observationUnit("turn").build(),
            ModelCallCompleted.builder().api("x").observationUnit("page").build(),
            ToolExecutionCompleted.builder()
                    .toolName("read")
                    .toolOwner("acme")
                    .toolSource("mcp")
                    .build(),
            ToolExecutionCompleted.builder().toolName("read").build()
        };
        assertThat(lines(Profile.V2026_9, events))
                .containsExactly(
                        "model_call_total[x, none, unknown, turn, completed, unknown, unknown] 1",
                        "model_call_total[x, none, unknown, request, completed, unknown, unknown] 1",
                        "tool_execution_total[none, completed, unknown, read, acme, mcp] 1",
                        "tool_execution_total[none, completed, unknown, read, none, core] 1");
        assertThat(lines(Profile.V2026_5, events))
                .containsExactly(
                        "model_call_total[x, none, unknown, completed, unknown, unknown] 2",
                        "tool_execution_total[none, completed, unknown, read] 2");
    }

    @Test
    void closedSetsHoldFrom2026Point9On() {
        MessageProcessed odd = MessageProcessed.builder().outcome("exploded").build();
        assertThat(lines(Profile.V2026_9, odd)).containsExactly("message_processed_total[unknown, unknown, none] 1");
        assertThat(lines(Profile.V2026_5, odd)).containsExactly("message_processed_total[unknown, exploded, none] 1");
    }

    @Test
    void aWarningJoinsItsReasons() {
        LivenessWarning warning = LivenessWarning.builder()
                .reasons(List.of("event_loop_delay", "cpu"))
                .active(1)
                .eventLoopDelayMaxMs(1500)
                .eventLoopUtilization(0.75)
                .cpuCoreRatio(1.5)
                .build();
        assertThat(lines(Profile.V2026_9, warning))
                .containsExactly(
                        "liveness_warning_total[event_loop_delay:cpu] 1",
                        "liveness_sessions[active] 1",
                        "liveness_event_loop_delay_max_seconds[event_loop_delay:cpu] 1 of 1.5",
                        "liveness_event_loop_utilization_ratio[event_loop_delay:cpu] 1 of 0.75",
                        "liveness_cpu_core_ratio[event_loop_delay:cpu] 1 of 1.5");
        assertThat(lines(Profile.V2026_9, LivenessWarning.builder().build()))
                .containsExactly("liveness_warning_total[unknown] 1");
    }

    @Test
    void aFailoverSaysWhetherTheModelIsSuspended() {
        assertThat(Arrays.asList(true, false, null))
                .map(suspended -> lines(
                                Profile.V2026_9,
                                ModelFailover.builder()
                                        .lane("session:x")
                                        .suspended(suspended)
                                        .build())
                        .get(0))
                .containsExactly(
                        "model_failover_total[unknown, unknown, session, other, true, unknown, unknown] 1",
                        "model_failover_total[unknown, unknown, session, other, false, unknown, unknown] 1",
                        "model_failover_total[unknown, unknown, session, other, unknown, unknown, unknown] 1");
    }

    @Test
    void zeroesAddNothingAndMakeNoSeries() {
        assertThat(lines(
                        Profile.V2026_9,
                        ChildProcessSpawn.builder().family("git").count(0).build(),
                        EventLoopSample.builder().intervalMs(0).build(),
                        AsyncQueueDropped.builder()
                                .droppedEvents(0)
                                .droppedTrustedEvents(2)
                                .build()))
                .containsExactly("diagnostic_async_queue_dropped_total[trusted] 2");
    }

    @Test
    void aPayloadWithoutASizeCountsAlone() {
        assertThat(lines(
                        Profile.V2026_9,
                        PayloadLarge.builder().action("chunked").build()))
                .containsExactly("payload_large_total[chunked, none, none, none, unknown] 1");
    }
}
