package ai.openclaw.diagnostics.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Threads that start together, again and again. */
final class Racers {

    private final int count;
    private final ExecutorService pool;

    Racers(int count) {
        this.count = count;
        this.pool = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "racer");
            thread.setDaemon(true); // a stuck one must not keep the run from ending
            return thread;
        });
    }

    int count() {
        return count;
    }

    /** Gives each racer its number, starts all at once, and waits for them; throws what any of them throws. */
    void race(IntConsumer racer) throws InterruptedException {
        AtomicInteger ready = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            running.add(pool.submit(() -> {
                ready.incrementAndGet();
                while (ready.get() < count) {
                    waitAMoment();
                }
                racer.accept(number);
            }));
        }
        for (Future<?> one : running) {
            finish(one);
        }
    }

    /** Spinning starts them within nanoseconds of each other, if each has a processor. */
    private void waitAMoment() {
        if (count <= Runtime.getRuntime().availableProcessors()) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    private static void finish(Future<?> one) throws InterruptedException {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }

    public void close() throws InterruptedException {
        pool.shutdownNow();
        if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new AssertionError("racers do not end");
        }
    }
}
