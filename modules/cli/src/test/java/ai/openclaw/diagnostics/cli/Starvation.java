package ai.openclaw.diagnostics.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Tells a machine that has no processor time to spare from a fault of the product: a thread that now and then wants a few
 * milliseconds of processor time notes how much longer it took to get them. A test whose promise is about time aborts,
 * and says so on standard error, where that was too long.
 */
final class Starvation implements AutoCloseable {

    private static final Duration WORK = Duration.ofMillis(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int WINDOW = 10;

    /** A thread of a machine with a processor to spare gets all that it asks for. */
    private static final double MIN_SHARE = 0.5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Thread thread = new Thread(this::measure, "starvation-watch");
    private volatile double smallestShare = 1;

    private Starvation() {}

    /** Watches from now on. */
    static Starvation watch() {
        Starvation starvation = new Starvation();
        starvation.thread.setDaemon(true);
        starvation.thread.start();
        return starvation;
    }

    /** Aborts the running test if the machine was starved since this began; otherwise does nothing. */
    void abortIfStarved(String untested) {
        if (smallestShare < MIN_SHARE) {
            String reason = "a thread that could run got " + Math.round(smallestShare * 100)
                    + " % of a processor: the machine is too busy to test " + untested;
            System.err.println("\n*** NOT TESTED: " + reason + " ***\n");
            Assumptions.abort(reason);
        }
    }

    /** Runs assertions about time; a failure of theirs counts only on a machine that was not starved. */
    void unlessStarved(String untested, Runnable assertions) {
        try {
            assertions.run();
        } catch (AssertionError e) {
            abortIfStarved(untested);
            throw e;
        }
    }

    private void measure() {
        double[] shares = new double[WINDOW];
        Arrays.fill(shares, 1);
        try {
            for (int i = 0; !Thread.currentThread().isInterrupted(); i = (i + 1) % WINDOW) {
                shares[i] = share();
                double mean = Arrays.stream(shares).average().orElseThrow();
                smallestShare = Math.min(smallestShare, mean);
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Returns processor time per elapsed time of a thread that only computes. */
    private static double share() {
        long start = System.nanoTime();
        long cpuStart = THREADS.getCurrentThreadCpuTime();
        long cpu;
        do {
            Thread.onSpinWait();
            cpu = THREADS.getCurrentThreadCpuTime() - cpuStart;
        } while (cpu < WORK.toNanos());
        return (double) cpu / Math.max(cpu, System.nanoTime() - start);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
