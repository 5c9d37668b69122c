package ai.openclaw.diagnostics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.QueueLaneDequeue;
import ai.openclaw.diagnostics.events.QueueLaneEnqueue;
import ai.openclaw.diagnostics.events.SessionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTest {

    private static final int MAX_WAITING = 40;
    private static final int MAX_AT_WORK = 60;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sizesFollowWhatJoinsAndLeaves(long seed) {
        Map<String, Double> sizes = new HashMap<>();
        for (Playback.Scene scene : Playback.of(seed, Duration.ofMinutes(30)).scenes()) {
            follow(scene.event(), sizes);
        }

        assertThat(sizes.keySet()).contains("main", "subagent", "cron").anyMatch(name -> name.startsWith("session:"));
        assertThat(sizes.values().stream().mapToDouble(size -> size).sum())
                .as("what still waits, seed %d", seed)
                .isBetween(0.0, (double) MAX_WAITING);
    }

    private static void follow(DiagnosticEvent event, Map<String, Double> sizes) {
        if (event instanceof QueueLaneEnqueue enqueue) {
            double size = sizes.merge(enqueue.lane(), 1.0, Double::sum);
            assertThat(enqueue.queueSize()).as("%s", event).isEqualTo(size);
        } else if (event instanceof QueueLaneDequeue dequeue) {
            double size = sizes.merge(dequeue.lane(), -1.0, Double::sum);
            assertThat(dequeue.queueSize()).as("%s", event).isEqualTo(size).isNotNegative();
            assertThat(dequeue.waitMs()).as("%s", event).isNotNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverGoesToWorkComesToRest(long seed) {
        List<SessionState> states = Playback.of(seed, Duration.ofMinutes(30))
                .events(SessionState.class)
                .toList();
        int atWork = 0;
        int waiting = 0;
        for (SessionState state : states) {
            switch (String.valueOf(state.reason())) {
                case "message_start", "run_started" -> atWork++;
                case "run_completed", "abort" -> atWork--;
                case "approval_requested" -> waiting++;
                case "approval_resolved" -> waiting--;
                default -> throw new AssertionError("unknown reason in " + state);
            }
            assertThat(waiting).as("seed %d", seed).isBetween(0, atWork);
            assertThat(atWork).as("seed %d", seed).isLessThan(MAX_AT_WORK);
        }
    }

    @Test
    void workWaitsForAFreeSlotAndTellsHowLong() {
        Playback playback = Playback.of(1, Duration.ofHours(1));

        assertThat(playback.events(QueueLaneDequeue.class)).anyMatch(dequeue -> dequeue.waitMs() > 1_000);
        assertThat(playback.events(QueueLaneDequeue.class).filter(dequeue -> dequeue.waitMs() == 0))
                .as("most need not wait")
                .hasSizeGreaterThan(
                        (int) playback.events(QueueLaneDequeue.class).count() / 2);
    }

    /** As {@code OpenClawQueueWaitHigh} sees it: the p95 of ten minutes above two seconds, window after window. */
    @ParameterizedTest
    @ValueSource(longs = {1, 7})
    void noLaneIsSlowForLongWithoutFaults(long seed) {
        Map<String, List<Double>> waits = new TreeMap<>();
        Playback.suffering(seed, Duration.ofDays(1)).scenes().forEach(scene -> {
            if (scene.event() instanceof QueueLaneDequeue dequeue
                    && !dequeue.lane().startsWith("session:")) {
                waits.computeIfAbsent(dequeue.lane() + " " + scene.atMs() / 600_000, window -> new ArrayList<>())
                        .add(dequeue.waitMs());
            }
        });

        assertThat(waits).hasSizeGreaterThan(300);
        assertThat(waits.entrySet().stream()
                        .filter(window -> p95(window.getValue()) > 2_000)
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    private static double p95(List<Double> values) {
        return values.stream()
                .sorted()
                .skip((long) (0.95 * values.size()))
                .findFirst()
                .orElse(0.0);
    }
}
