package ai.openclaw.diagnostics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogThrottleTest {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final LogThrottle limit = LogThrottle.create();
    private final long start = System.nanoTime();

    @Test
    void theFirstQuestionIsDueAtOnce() {
        assertThat(LogThrottle.create().tryAcquire()).isTrue();
        assertThat(limit.tryAcquire(start)).isTrue();
    }

    @Test
    void theNextIsDueAfterAMinuteAndNotBefore() {
        assertThat(limit.tryAcquire(start)).isTrue();
        assertThat(limit.tryAcquire(start)).isFalse();
        assertThat(limit.tryAcquire(start + MINUTE - 1)).isFalse();
        assertThat(limit.tryAcquire(start + MINUTE)).isTrue();
        assertThat(limit.tryAcquire(start + 2 * MINUTE - 1)).isFalse();
    }

    @Test
    void theMinuteCountsFromTheLastYes() {
        assertThat(limit.tryAcquire(start)).isTrue();
        assertThat(limit.tryAcquire(start + 5 * MINUTE / 2)).isTrue();
        assertThat(limit.tryAcquire(start + 3 * MINUTE)).isFalse();
        assertThat(limit.tryAcquire(start + 7 * MINUTE / 2)).isTrue();
    }

    @Test
    void aClockThatGoesThroughItsLargestValueDoesNotStopIt() {
        long now = start;
        for (int i = 0; i < 10; i++) { // in steps of 58 years, twice around
            assertThat(limit.tryAcquire(now)).isTrue();
            assertThat(limit.tryAcquire(now + MINUTE - 1)).isFalse();
            now += Long.MAX_VALUE / 5;
        }
    }

    @Test
    void ofManyThreadsThatAskAtOnceOneGetsAYes() {
        for (int round = 0; round < 100; round++) {
            long now = start + round * MINUTE;
            AtomicInteger yes = new AtomicInteger();
            IntStream.range(0, 64).parallel().forEach(i -> {
                if (limit.tryAcquire(now)) {
                    yes.incrementAndGet();
                }
            });
            assertThat(yes.get()).as("round %d", round).isEqualTo(1);
        }
    }
}
