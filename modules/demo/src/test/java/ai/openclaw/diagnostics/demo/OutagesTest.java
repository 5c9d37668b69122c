package ai.openclaw.diagnostics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.demo.cast.Dice;
import ai.openclaw.diagnostics.demo.cast.Failure;
import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.cast.Provider;
import ai.openclaw.diagnostics.demo.cast.Task;
import ai.openclaw.diagnostics.demo.stage.Outage;
import ai.openclaw.diagnostics.demo.stage.Providers;
import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelCallError;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.RunCompleted;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {

    private static final int OUTAGE_ERRORS = 4;
    private static final long OUTAGE_MS = 60_000;

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aProviderFailsWithinTheFirstFiveMinutes(long seed) {
        List<Long> errors = Playback.of(seed, Duration.ofMinutes(5)).scenes().stream()
                .filter(scene -> scene.event() instanceof ModelCallError error && "anthropic".equals(error.provider()))
                .map(Playback.Scene::atMs)
                .toList();

        assertThat(isOutage(errors))
                .as("errors at %s ms, seed %d", errors, seed)
                .isTrue();
    }

    /** Tells whether so many errors came within a minute as no everyday trouble brings. */
    private static boolean isOutage(List<Long> errors) {
        for (int last = OUTAGE_ERRORS - 1; last < errors.size(); last++) {
            if (errors.get(last) - errors.get(last - OUTAGE_ERRORS + 1) <= OUTAGE_MS) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void overAnHourAFewCallsInAHundredFail(long seed) {
        Playback playback = Playback.of(seed, Duration.ofHours(1));
        double failed = playback.events(ModelCallError.class).count();
        double answered = playback.events(ModelCallCompleted.class).count();

        assertThat(failed / (failed + answered))
                .as("share of failed calls, seed %d", seed)
                .isBetween(0.01, 0.12);
    }

    @Test
    void someRunsFailAndOthersFallBackToAnotherProvider() {
        Playback playback = Playback.of(1, Duration.ofHours(1));

        assertThat(playback.events(RunCompleted.class)).anyMatch(run -> "error".equals(run.outcome()));
        assertThat(playback.events(ModelUsage.class))
                .as("the main agent's own models are not OpenAI's")
                .anyMatch(usage -> "main".equals(usage.agentId()) && "openai".equals(usage.provider()));
    }

    @Test
    void anOutageEndsByItself() {
        Providers providers = new Providers();
        Mix<Failure> symptoms = Mix.of(Failure.OVERLOADED, 1);
        providers.suffer(Provider.OPENAI, new Outage(1_000, 1, symptoms));
        Dice dice = new Dice(1);
        Task task = Task.ofTrigger("user", dice);

        assertThat(LongStream.range(0, 1_000))
                .allSatisfy(now -> assertThat(providers.failure(Provider.OPENAI, now, task, dice))
                        .isEqualTo(Failure.OVERLOADED));
        assertThat(LongStream.range(1_000, 2_000)
                        .filter(now -> providers.failure(Provider.OPENAI, now, task, dice) != null))
                .hasSizeLessThan(50);
    }
}
