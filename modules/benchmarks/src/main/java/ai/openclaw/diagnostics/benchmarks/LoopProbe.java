package ai.openclaw.diagnostics.benchmarks;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;

/**
 * Looks between the tasks of an event loop how much processor time each has used. The time that the loop waits for a processor does
 * not count. The loop never sleeps meanwhile. For one thread that starts and stops it.
 */
final class LoopProbe {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private volatile boolean running;
    private CountDownLatch ended = new CountDownLatch(0);
    private long last;
    private long maxHeldNanos;

    /** Starts to look, from nothing. */
    void start(Vertx vertx) {
        running = true;
        ended = new CountDownLatch(1);
        vertx.runOnContext(first -> {
            maxHeldNanos = 0;
            last = THREADS.getCurrentThreadCpuTime();
            look(Vertx.currentContext());
        });
    }

    private void look(Context loop) {
        maxHeldNanos = Math.max(maxHeldNanos, THREADS.getCurrentThreadCpuTime() - last);
        if (running) {
            loop.runOnContext(next -> look(loop));
            last = THREADS.getCurrentThreadCpuTime();
        } else {
            ended.countDown();
        }
    }

    /** Stops, and returns the most that was used between two looks. */
    long stop() throws InterruptedException {
        running = false;
        ended.await();
        return maxHeldNanos;
    }
}
