package ai.openclaw.diagnostics.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clocks of this process; on a busy machine the bounds hold all the more. */
class LoopClockTest {

    private static final long WORK = Duration.ofMillis(100).toNanos();
    private static final long PAUSE = Duration.ofMillis(200).toNanos();

    /** The system counts the CPU time of a process in hundredths of a second. */
    private static final long RESOLUTION = Duration.ofMillis(20).toNanos();

    private final LoopClock clock = LoopClock.system();

    @Test
    @Timeout(30)
    void workCountsForEveryClock() {
        long nanos = clock.nanos();
        long process = clock.processCpuNanos();
        workUntil(clock.threadCpuNanos() + WORK, clock::threadCpuNanos);

        assertThat(clock.nanos() - nanos).isGreaterThanOrEqualTo(WORK);
        assertThat(clock.processCpuNanos() - process).isGreaterThanOrEqualTo(WORK - RESOLUTION);
    }

    @Test
    @Timeout(30)
    void theCpuClockOfAThreadStandsStillWhileItWaits() {
        long thread = clock.threadCpuNanos();
        Await.pause(Duration.ofNanos(PAUSE));

        assertThat(clock.threadCpuNanos() - thread).isLessThan(PAUSE / 2);
    }

    private static void workUntil(long goal, LongSupplier time) {
        while (time.getAsLong() < goal) {
            Thread.onSpinWait();
        }
    }
}
