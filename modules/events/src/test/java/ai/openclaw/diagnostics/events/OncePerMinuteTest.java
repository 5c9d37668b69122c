package ai.openclaw.diagnostics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OncePerMinuteTest {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final OncePerMinute limit = OncePerMinute.create();
    private final long start = System.nanoTime();

    @Test
    void theFirstQuestionIsDueAtOnce() {
        assertThat(OncePerMinute.create().isDue()).isTrue();
        assertThat(limit.isDue(start)).isTrue();
    }

    @Test
    void theNextIsDueAfterAMinuteAndNotBefore() {
        assertThat(limit.isDue(start)).isTrue();
        assertThat(limit.isDue(start)).isFalse();
        assertThat(limit.isDue(start + MINUTE - 1)).isFalse();
        assertThat(limit.isDue(start + MINUTE)).isTrue();
        assertThat(limit.isDue(start + 2 * MINUTE - 1)).isFalse();
    }

    @Test
    void theMinuteCountsFromTheLastYes() {
        assertThat(limit.isDue(start)).isTrue();
        assertThat(limit.isDue(start + 5 * MINUTE / 2)).isTrue();
        assertThat(limit.isDue(start + 3 * MINUTE)).isFalse();
        assertThat(limit.isDue(start + 7 * MINUTE / 2)).isTrue();
    }

    @Test
    void aClockThatGoesThroughItsLargestValueDoesNotStopIt() {
        long now = start;
        for (int i = 0; i < 10; i++) { // in steps of 58 years, twice around
            assertThat(limit.isDue(now)).isTrue();
            assertThat(limit.isDue(now + MINUTE - 1)).isFalse();
            now += Long.MAX_VALUE / 5;
        }
    }

    @Test
    void ofManyThreadsThatAskAtOnceOneGetsAYes() {
        for (int round = 0; round < 100; round++) {
            long now = start + round * MINUTE;
            AtomicInteger yes = new AtomicInteger();
            IntStream.range(0, 64).parallel().forEach(i -> {
                if (limit.isDue(now)) {
                    yes.incrementAndGet();
                }
            });
            assertThat(yes.get()).as("round %d", round).isEqualTo(1);
        }
    }
}
