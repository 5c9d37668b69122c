package ai.openclaw.diagnostics.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reckoning, on a clock that goes where a test puts it. */
class EventLoopWindowTest {

    private static final long TICK_MS = EventLoopWindow.TICK.toMillis();
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final long TICKS = LENGTH.toMillis() / TICK_MS;

    /** The histogram keeps three digits. */
    private static final Percentage PRECISION = Percentage.withPercentage(0.1);

    private final SetClock clock = new SetClock();
    private final EventLoopWindow window = new EventLoopWindow(clock, LENGTH);

    @Test
    void aWindowCompletesAfterItsLengthAndNotBefore() {
        assertThat(punctual(TICKS - 1)).isNull();
        assertThat(punctual(1)).isEqualTo(new EventLoopHealth(List.of(), 10_000, 0, 0, 0, 0));
    }

    @Test
    void theLongestDelayIsTheMaximum() {
        tickAfter(TICK_MS + 400);
        EventLoopHealth health = punctual(TICKS - 20 - 1);

        assertThat(health.delayMaxMs()).isCloseTo(400, PRECISION);
        assertThat(health.degraded()).isFalse();
    }

    /**
     * A second between two ticks is one late tick and 48 that could not become due, of 499: the percentile is the fifth
     * longest delay, 980 - 4 * 20 ms. Counted as one of 451 it would leave the percentile at zero.
     */
    @Test
    void aSecondWithoutATickWeighsAsTheFiftyThatItTook() {
        tickAfter(1000);
        EventLoopHealth health = punctual(TICKS - 50);

        assertThat(health.intervalMs()).isEqualTo(10_000);
        assertThat(health.delayMaxMs()).isCloseTo(980, PRECISION);
        assertThat(health.delayP99Ms()).isCloseTo(900, PRECISION);
    }

    @Test
    void aDelayOfASecondCompletesTheWindowAtOnce() {
        punctual(10);
        EventLoopHealth health = tickAfter(TICK_MS + 1000);

        assertThat(health).isNotNull();
        assertThat(health.intervalMs()).isEqualTo(1220);
        assertThat(health.reasons()).contains(EventLoopHealth.DELAY);
    }

    @Test
    void aDelayBelowASecondDoesNotCompleteTheWindow() {
        assertThat(tickAfter(TICK_MS + 999)).isNull();
    }

    @Test
    void theNextWindowForgetsTheOneBefore() {
        clock.threadCpuMs += 900;
        clock.processCpuMs += 900;
        assertThat(tickAfter(TICK_MS + 1000)).isNotNull();

        assertThat(punctual(TICKS)).isEqualTo(new EventLoopHealth(List.of(), 10_000, 0, 0, 0, 0));
    }

    @Test
    void aBlockedLoopIsBusyThoughItUsesNoCpu() {
        tickAfter(TICK_MS + 980);
        assertThat(punctual(TICKS - 50).utilization()).isEqualTo(0.098);
    }

    @Test
    void aLoopOfShortTasksIsBusyThoughItsTicksArePunctual() {
        clock.threadCpuMs += 6_000;
        assertThat(punctual(TICKS).utilization()).isEqualTo(0.6);
    }

    @Test
    void theImprecisionOfTimersIsNotUtilization() {
        EventLoopHealth health = null;
        while (health == null) {
            health = tickAfter(TICK_MS + 1);
        }
        assertThat(health.utilization()).isZero();
        assertThat(health.delayP99Ms()).isCloseTo(1, within(0.1));
    }

    @Test
    void utilizationIsAtMostOne() {
        clock.threadCpuMs += 10_500; // the two clocks are not read at the same instant
        assertThat(punctual(TICKS).utilization()).isEqualTo(1);
    }

    @Test
    void theProcessMayKeepSeveralCoresBusy() {
        clock.processCpuMs += 25_000;
        assertThat(punctual(TICKS).cpuCoreRatio()).isEqualTo(2.5);
    }

    @Test
    void aTickThatComesEarlyIsNotLate() {
        tickAfter(TICK_MS - 5);
        assertThat(punctual(TICKS).delayMaxMs()).isZero();
    }

    @Test
    void anInterruptionBeyondAllBoundsCountsAsAnHour() {
        EventLoopHealth health = tickAfter(Duration.ofDays(3).toMillis());

        assertThat(health).isNotNull();
        assertThat(health.delayMaxMs()).isCloseTo(Duration.ofHours(1).toMillis(), PRECISION);
    }

    private @Nullable EventLoopHealth punctual(long ticks) {
        EventLoopHealth health = null;
        for (long i = 0; i < ticks; i++) {
            health = tickAfter(TICK_MS);
        }
        return health;
    }

    private @Nullable EventLoopHealth tickAfter(long ms) {
        clock.ms += ms;
        return window.tick();
    }

    private static final class SetClock implements LoopClock {
        private long ms;
        private long threadCpuMs;
        private long processCpuMs;

        @Override
        public long nanos() {
            return TimeUnit.MILLISECONDS.toNanos(ms);
        }

        @Override
        public long threadCpuNanos() {
            return TimeUnit.MILLISECONDS.toNanos(threadCpuMs);
        }

        @Override
        public long processCpuNanos() {
            return TimeUnit.MILLISECONDS.toNanos(processCpuMs);
        }
    }
}
