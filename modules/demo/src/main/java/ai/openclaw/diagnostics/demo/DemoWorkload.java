package ai.openclaw.diagnostics.demo;

import ai.openclaw.diagnostics.demo.stage.Timeline;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A believable workload for a Gateway that has none: plays a {@link Story} in real time, or faster, on one daemon thread
 * until it is closed.
 *
 * <p>May be closed from any thread, and more than once.
 */
public final class DemoWorkload implements AutoCloseable {

    /** The name of the thread that plays. */
    static final String THREAD_NAME = "openclaw-demo";

    private static final double NANOS_PER_MS = 1e6;
    private static final long MIN_SLEEP_MS = 5;
    private static final long MAX_SLEEP_MS = 1_000;
    private static final long CLOSE_TIMEOUT_MS = 1_000;

    private final Timeline timeline;
    private final double speed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread player = new Thread(this::play, THREAD_NAME);
    private final long startedNanos = System.nanoTime();

    private DemoWorkload(DiagnosticsChannel channel, DemoPlan plan) {
        this.speed = plan.speed();
        this.timeline = Story.plan(channel, plan, LocalTime.now(ZoneId.systemDefault()), this::epochMs);
    }

    /**
     * Starts a workload.
     *
     * @param channel where its events are published
     * @param plan what it plays
     */
    public static DemoWorkload start(DiagnosticsChannel channel, DemoPlan plan) {
        DemoWorkload workload = new DemoWorkload(channel, plan);
        workload.player.setDaemon(true);
        workload.player.start();
        return workload;
    }

    /** Ends the thread and waits for its end, a second at most should a subscriber hold it up for longer. */
    @Override
    public void close() {
        closed.countDown();
        if (Thread.currentThread() != player) { // a subscriber that closes it cannot wait for itself
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            player.join(CLOSE_TIMEOUT_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void play() {
        try {
            while (!closed.await(sleepMs(), TimeUnit.MILLISECONDS)) {
                timeline.advanceTo(storyMs());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // another thread ends it
        }
    }

    private long sleepMs() {
        double untilNextMs = (timeline.nextMs() - storyMs()) / speed;
        return Math.max(MIN_SLEEP_MS, Math.min(MAX_SLEEP_MS, Math.round(untilNextMs)));
    }

    /** A step is played somewhat late; what it reports happened when it was due. */
    private long epochMs(long atMs) {
        return System.currentTimeMillis() - Math.round((storyMs() - atMs) / speed);
    }

    private long storyMs() {
        return Math.round((System.nanoTime() - startedNanos) / NANOS_PER_MS * speed);
    }
}
