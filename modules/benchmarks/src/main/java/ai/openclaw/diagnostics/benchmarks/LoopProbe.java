package ai.openclaw.diagnostics.benchmarks;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;

/**
 * Looks between the tasks of an event loop how long each held it, by its thread's processor time and by the clock. The clock also
 * counts when the loop waits for a processor, which it does where more threads run than there are. The loop never sleeps
 * meanwhile. For one thread that starts and stops it.
 */
final class LoopProbe {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long LONG_NANOS = 2_000_000;

    private volatile boolean running;
    private CountDownLatch ended = new CountDownLatch(0);
    private long lastCpu;
    private long lastClock;
    private Held held = new Held();

    /** What was seen; times in nanoseconds. */
    static final class Held {
        long turns;
        long maxCpu;
        long maxClock;
        long longTurns;

        private void turn(long cpu, long clock) {
            turns++;
            maxCpu = Math.max(maxCpu, cpu);
            maxClock = Math.max(maxClock, clock);
            longTurns += clock > LONG_NANOS ? 1 : 0;
        }
    }

    /** Starts to look, from nothing. */
    void start(Vertx vertx) {
        running = true;
        ended = new CountDownLatch(1);
        vertx.runOnContext(first -> {
            held = new Held();
            mark();
            look(Vertx.currentContext());
        });
    }

    private void mark() {
        lastCpu = THREADS.getCurrentThreadCpuTime();
        lastClock = System.nanoTime();
    }

    private void look(Context loop) {
        held.turn(THREADS.getCurrentThreadCpuTime() - lastCpu, System.nanoTime() - lastClock);
        if (running) {
            loop.runOnContext(next -> look(loop));
            mark();
        } else {
            ended.countDown();
        }
    }

    /** Stops, and returns what was seen between two looks. */
    Held stop() throws InterruptedException {
        running = false;
        ended.await();
        return held;
    }
}
