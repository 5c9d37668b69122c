package ai.openclaw.diagnostics.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.openclaw.diagnostics.demo.fault.Fault;
import ai.openclaw.diagnostics.demo.fault.PlannedFault;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.HarnessRunCompleted;
import ai.openclaw.diagnostics.events.HarnessRunError;
import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MessageDeliveryCompleted;
import ai.openclaw.diagnostics.events.MessageDeliveryError;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelCallError;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.QueueLaneDequeue;
import ai.openclaw.diagnostics.events.QueueLaneEnqueue;
import ai.openclaw.diagnostics.events.SessionRecoveryRequested;
import ai.openclaw.diagnostics.events.TelemetryExporter;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault, as it shows in the events: while it lasts, and beside a story without it. */
class FaultsTest {

    private static final long SEED = 7;
    private static final Duration STORY = Duration.ofMinutes(30);
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration LENGTH = Duration.ofMinutes(20);
    /** What was under way when a fault began has come to its end. */
    private static final Duration SETTLED = Duration.ofMinutes(12);

    private static final Duration END = START.plus(LENGTH);

    @ParameterizedTest
    @EnumSource
    void aFaultChangesTheStoryOfASeedFromItsBeginningOn(Fault fault) {
        List<Playback.Scene> faulty = withoutMemory(suffering(fault));

        assertThat(faulty).isEqualTo(withoutMemory(suffering(fault)));
        assertThat(before(START, faulty)).isEqualTo(before(START, withoutMemory(healthy())));
    }

    @ParameterizedTest
    @EnumSource(names = "MEMORY_LEAKING", mode = EnumSource.Mode.EXCLUDE)
    void aFaultMakesADifference(Fault fault) {
        assertThat(withoutMemory(suffering(fault))).isNotEqualTo(withoutMemory(healthy()));
    }

    @Test
    void providerDownEveryCallToItFailsAndAnotherProviderTakesOver() {
        Playback down = suffering(Fault.PROVIDER_DOWN);

        assertThat(meanwhile(down, ModelCallCompleted.class)).noneMatch(call -> "anthropic".equals(call.provider()));
        assertThat(meanwhile(down, ModelCallError.class).filter(call -> "anthropic".equals(call.provider())))
                .hasSizeGreaterThan(50)
                .extracting(ModelCallError::errorCategory)
                .contains("server_error", "overloaded");
        assertThat(meanwhile(down, ModelUsage.class))
                .as("the main agent's fallback")
                .anyMatch(usage -> "main".equals(usage.agentId()) && "openai".equals(usage.provider()));
        assertThat(meanwhile(down, MessageProcessed.class)).anyMatch(message -> "completed".equals(message.outcome()));
        assertThat(afterwards(down, ModelCallCompleted.class)).anyMatch(call -> "anthropic".equals(call.provider()));
    }

    @Test
    void aProviderThatIsDownFailsFromTheFirstCallOn() {
        Playback down = Playback.suffering(SEED, Duration.ofMinutes(2), PlannedFault.always(Fault.PROVIDER_DOWN));

        assertThat(down.events(ModelCallCompleted.class)).noneMatch(call -> "anthropic".equals(call.provider()));
    }

    @Test
    void allProvidersDownNoMessageGetsAnAnswer() {
        Playback down = suffering(Fault.ALL_PROVIDERS_DOWN);

        assertThat(meanwhile(down, ModelCallCompleted.class)).isEmpty();
        assertThat(meanwhile(down, MessageProcessed.class)
                        .filter(message -> message.reason() == null)
                        .map(MessageProcessed::outcome)
                        .distinct())
                .containsExactly("error");
    }

    @Test
    void modelSlowItsCallsTakeOverAMinute() {
        Predicate<ModelCallCompleted> slow = call -> "gpt-5.4".equals(call.model()) && call.durationMs() > 60_000;

        assertThat(meanwhile(suffering(Fault.MODEL_SLOW), ModelCallCompleted.class)
                        .filter(slow))
                .hasSizeGreaterThan(10);
        assertThat(meanwhile(healthy(), ModelCallCompleted.class).filter(slow)).isEmpty();
    }

    @Test
    void runawayAgentItsSpendIsManyTimesTheUsual() {
        assertThat(spend(suffering(Fault.RUNAWAY_AGENT), "research")).isGreaterThan(10 * spend(healthy(), "research"));
        assertThat(spend(suffering(Fault.RUNAWAY_AGENT), "ops")).isLessThan(3 * spend(healthy(), "ops"));
    }

    private static double spend(Playback playback, String agent) {
        return meanwhile(playback, ModelUsage.class)
                .filter(usage -> agent.equals(usage.agentId()))
                .mapToDouble(ModelUsage::costUsd)
                .filter(cost -> !Double.isNaN(cost))
                .sum();
    }

    @Test
    void priceMissingTokensOfTheModelAreReportedWithoutCost() {
        assertThat(meanwhile(suffering(Fault.PRICE_MISSING), ModelUsage.class)
                        .filter(usage -> "gemini-3-pro".equals(usage.model())))
                .hasSizeGreaterThan(10)
                .allSatisfy(usage -> {
                    assertThat(usage.usage().input()).isPositive();
                    assertThat(usage.costUsd()).isNaN();
                });
    }

    @Test
    void deliveriesFailingNothingReachesTelegramAndAllElseArrives() {
        Playback failing = suffering(Fault.DELIVERIES_FAILING);

        assertThat(meanwhile(failing, MessageDeliveryCompleted.class)
                        .map(MessageDeliveryCompleted::channel)
                        .distinct())
                .contains("slack", "webchat", "discord", "whatsapp")
                .doesNotContain("telegram");
        assertThat(meanwhile(failing, MessageDeliveryError.class).filter(error -> "telegram".equals(error.channel())))
                .hasSizeGreaterThan(20);
        assertThat(afterwards(failing, MessageDeliveryCompleted.class))
                .anyMatch(end -> "telegram".equals(end.channel()));
    }

    @Test
    void deliveriesHangingTheyStartAndNeverEnd() {
        Playback hanging = suffering(Fault.DELIVERIES_HANGING);

        assertThat(meanwhile(hanging, MessageDeliveryStarted.class).filter(start -> "discord".equals(start.channel())))
                .hasSizeGreaterThan(10);
        assertThat(meanwhile(hanging, MessageDeliveryCompleted.class))
                .noneMatch(end -> "discord".equals(end.channel()));
        assertThat(meanwhile(hanging, MessageDeliveryError.class)).noneMatch(end -> "discord".equals(end.channel()));
    }

    @Test
    void laneStalledWorkJoinsNothingLeavesAndAfterwardsItAllGoesOn() {
        Playback stalled = suffering(Fault.LANE_STALLED);
        List<Double> sizes = meanwhile(stalled, QueueLaneEnqueue.class)
                .filter(enqueue -> "subagent".equals(enqueue.lane()))
                .map(QueueLaneEnqueue::queueSize)
                .toList();

        assertThat(sizes).hasSizeGreaterThan(5).isSorted();
        assertThat(meanwhile(stalled, QueueLaneDequeue.class)).noneMatch(dequeue -> "subagent".equals(dequeue.lane()));
        assertThat(meanwhile(stalled, QueueLaneDequeue.class)).anyMatch(dequeue -> "main".equals(dequeue.lane()));
        assertThat(between(stalled, END, END.plusMillis(1), QueueLaneDequeue.class))
                .as("what waited comes to its turn at once")
                .anyMatch(dequeue -> "subagent".equals(dequeue.lane()));
    }

    @Test
    void laneCongestedWorkWaitsLong() {
        Predicate<QueueLaneDequeue> late = dequeue -> "main".equals(dequeue.lane()) && dequeue.waitMs() > 30_000;

        assertThat(meanwhile(suffering(Fault.LANE_CONGESTED), QueueLaneDequeue.class)
                        .filter(late))
                .hasSizeGreaterThan(10);
        assertThat(meanwhile(healthy(), QueueLaneDequeue.class).filter(late)).isEmpty();
    }

    @Test
    void sessionsStuckTheyAreRecoveredEveryMinuteOrSo() {
        assertThat(meanwhile(suffering(Fault.SESSIONS_STUCK), SessionRecoveryRequested.class))
                .hasSizeBetween(3, 25);
        assertThat(between(healthy(), Duration.ofMinutes(1), STORY, SessionRecoveryRequested.class))
                .hasSizeLessThan(4);
    }

    @Test
    void toolFailingEveryUseOfItFails() {
        Playback failing = suffering(Fault.TOOL_FAILING);

        assertThat(meanwhile(failing, ToolExecutionCompleted.class))
                .noneMatch(use -> "web_search".equals(use.toolName()));
        assertThat(meanwhile(failing, ToolExecutionError.class).filter(use -> "web_search".equals(use.toolName())))
                .hasSizeGreaterThan(20);
        assertThat(afterwards(failing, ToolExecutionCompleted.class))
                .anyMatch(use -> "web_search".equals(use.toolName()));
    }

    @Test
    void harnessFailingItsRunsBreakDownAndThoseOfOthersDoNot() {
        Playback failing = suffering(Fault.HARNESS_FAILING);

        assertThat(meanwhile(failing, HarnessRunError.class).filter(run -> "codex".equals(run.harnessId())))
                .hasSizeGreaterThan(5);
        assertThat(meanwhile(failing, HarnessRunCompleted.class).map(HarnessRunCompleted::harnessId))
                .contains("embedded", "claude-cli")
                .doesNotContain("codex");
    }

    @Test
    void exporterFailingItSaysSo() {
        assertThat(meanwhile(suffering(Fault.EXPORTER_FAILING), TelemetryExporter.class)
                        .map(TelemetryExporter::status)
                        .distinct())
                .containsExactlyInAnyOrder("failure", "dropped");
        assertThat(meanwhile(healthy(), TelemetryExporter.class)).isEmpty();
    }

    @Test
    void memoryPressureIsCriticalAndToldAgainEveryFiveMinutes() {
        assertThat(between(suffering(Fault.MEMORY_PRESSURE), START, END, MemoryPressure.class)
                        .filter(pressure -> "critical".equals(pressure.level())))
                .hasSize(4);
        assertThat(healthy().events(MemoryPressure.class)).noneMatch(pressure -> "critical".equals(pressure.level()));
    }

    @Test
    void leakingMemoryGrowsBySixteenMebibytesAMinute() {
        List<Double> resident = between(suffering(Fault.MEMORY_LEAKING), START, END, MemorySample.class)
                .map(sample -> sample.memory().rssBytes())
                .toList();
        double mebibyte = 1024 * 1024;

        double grown = resident.get(resident.size() - 1) - resident.get(0);
        assertThat(grown / mebibyte).as("MiB in twenty minutes").isCloseTo(320, within(80.0));
        assertThat(resident)
                .as("one a second, between those of the real memory")
                .hasSizeGreaterThan(20 * 59);
    }

    @Test
    void timesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new PlannedFault(Fault.MODEL_SLOW, Duration.ofSeconds(-1), null))
                .hasMessage("fault model-slow: starts at -1000 ms, at least 0");
        assertThatThrownBy(() -> new PlannedFault(Fault.MODEL_SLOW, Duration.ZERO, Duration.ZERO))
                .hasMessage("fault model-slow: lasts 0 ms, more than 0");
        assertThatThrownBy(() -> new DemoPlan(1, false, 0.5, true, List.of()))
                .hasMessage("speed of the demo: 0.5, from 1 to 600");
    }

    private static Playback suffering(Fault fault) {
        return Playback.suffering(SEED, STORY, new PlannedFault(fault, START, LENGTH));
    }

    private static Playback healthy() {
        return Playback.suffering(SEED, STORY);
    }

    private static <E extends DiagnosticEvent> Stream<E> meanwhile(Playback playback, Class<E> type) {
        return between(playback, SETTLED, END, type);
    }

    /** Returns what happens once all that began under a fault has come to its end. */
    private static <E extends DiagnosticEvent> Stream<E> afterwards(Playback playback, Class<E> type) {
        return between(playback, END.plusMinutes(2), STORY, type);
    }

    private static <E extends DiagnosticEvent> Stream<E> between(
            Playback playback, Duration from, Duration to, Class<E> type) {
        return playback.scenes().stream()
                .filter(scene -> scene.atMs() >= from.toMillis() && scene.atMs() < to.toMillis())
                .filter(scene -> scene.provenance().isTrusted())
                .map(Playback.Scene::event)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static List<Playback.Scene> before(Duration time, List<Playback.Scene> scenes) {
        return scenes.stream().filter(scene -> scene.atMs() < time.toMillis()).toList();
    }

    private static List<Playback.Scene> withoutMemory(Playback playback) {
        return playback.scenes().stream()
                .filter(scene -> scene.event().type() != MemorySample.TYPE)
                .toList();
    }
}
