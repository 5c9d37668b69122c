package ai.openclaw.diagnostics.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventLoopSample;
import ai.openclaw.diagnostics.testing.Await;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The monitor on a real event loop. */
@ExtendWith(VertxExtension.class)
class EventLoopMonitorTest {

    private static final Duration WINDOW = Duration.ofMillis(200);

    @Test
    void nothingIsKnownBeforeTheFirstWindow(Vertx vertx) {
        try (EventLoopMonitor monitor = EventLoopMonitor.start(vertx.getOrCreateContext())) {
            assertThat(monitor.health()).isEqualTo(EventLoopHealth.unmeasured());
        }
    }

    @Test
    void aLoopThatIsLeftAloneIsHealthy(Vertx vertx) {
        try (EventLoopMonitor monitor = start(vertx)) {
            EventLoopHealth health = await(monitor, found -> found.intervalMs() > 0 && !found.degraded());

            assertThat(health.intervalMs()).isBetween(200L, 1200L);
            assertThat(health.delayMaxMs()).isLessThan(EventLoopHealth.DEGRADED_DELAY_MS);
            assertThat(health.delayP99Ms()).isLessThanOrEqualTo(health.delayMaxMs());
            assertThat(health.utilization()).isLessThan(EventLoopHealth.DEGRADED_UTILIZATION);
            assertThat(health.cpuCoreRatio()).isNotNegative(); // an idle process may use less than the clock can tell
        }
    }

    @Test
    void eachWindowIsToldToTheListener(Vertx vertx) throws InterruptedException {
        BlockingQueue<EventLoopHealth> windows = new LinkedBlockingQueue<>();
        try (EventLoopMonitor monitor =
                EventLoopMonitor.start(vertx.getOrCreateContext(), LoopClock.system(), WINDOW, windows::add)) {
            assertThat(windows.poll(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isNotNull();
            assertThat(windows.poll(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isNotNull();
            assertThat(monitor.health().intervalMs()).isPositive();
        }
    }

    @Test
    void aStallIsPublishedAsASample(Vertx vertx) throws InterruptedException {
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        BlockingQueue<DiagnosticEvent> events = new LinkedBlockingQueue<>();
        channel.subscribe((event, provenance) -> events.add(event));
        Context context = vertx.getOrCreateContext();
        try (EventLoopMonitor monitor = EventLoopMonitor.start(context, channel)) {
            CountDownLatch released = new CountDownLatch(1);
            vertx.setTimer(
                    100,
                    due -> context.runOnContext(stall -> {
                        try {
                            released.await((long) EventLoopHealth.DEGRADED_DELAY_MS + 500, TimeUnit.MILLISECONDS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }));
            EventLoopSample sample = (EventLoopSample) events.poll(30, TimeUnit.SECONDS);
            assertThat(sample).isNotNull();
            assertThat(sample.intervalMs()).isPositive();
            assertThat(monitor.health().intervalMs()).isPositive();
            assertThat(sample.delayMaxMs()).isGreaterThanOrEqualTo(EventLoopHealth.DEGRADED_DELAY_MS);
        }
    }

    @Test
    void whatTheProcessComputesShowsInTheCoreRatio(Vertx vertx) {
        Thread busy = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });
        busy.start();
        try (EventLoopMonitor monitor = start(vertx)) {
            assertThat(await(monitor, found -> found.cpuCoreRatio() > 0).cpuCoreRatio())
                    .isPositive();
        } finally {
            busy.interrupt();
        }
    }

    /** With the window of production: the delay completes it. */
    @Test
    void aLoopThatWasBlockedIsDegradedAtOnce(Vertx vertx) {
        Context context = vertx.getOrCreateContext();
        try (EventLoopMonitor monitor = EventLoopMonitor.start(context)) {
            context.runOnContext(block -> Await.pause(Duration.ofMillis(1200)));
            EventLoopHealth health = await(monitor, EventLoopHealth::degraded);

            assertThat(health.reasons()).contains(EventLoopHealth.DELAY);
            assertThat(health.delayMaxMs()).isBetween(1175.0, 60_000.0);
            assertThat(health.delayP99Ms()).isBetween(1000.0, health.delayMaxMs());
            assertThat(health.intervalMs()).isBetween(1195L, 60_000L);
            assertThat(health.utilization()).isGreaterThan(0.5);
        }
    }

    @Test
    void aLoopRecovers(Vertx vertx) {
        Context context = vertx.getOrCreateContext();
        try (EventLoopMonitor monitor = start(vertx)) {
            context.runOnContext(block -> Await.pause(Duration.ofMillis(1200)));
            await(monitor, EventLoopHealth::degraded);
            await(monitor, health -> !health.degraded());
        }
    }

    @Test
    void aLoopOfShortTasksIsBusyThoughTicksAreHardlyLate(Vertx vertx) {
        Context context = vertx.getOrCreateContext();
        try (EventLoopMonitor monitor = start(vertx)) {
            AtomicBoolean working = new AtomicBoolean(true);
            context.runOnContext(begin -> work(vertx, working));

            await(monitor, health -> health.utilization() > 0.5 && health.delayP99Ms() < 50);
            working.set(false);
        }
    }

    /** Uses the CPU for 5 ms of every 6 or so. */
    private static void work(Vertx vertx, AtomicBoolean working) {
        long pause = System.nanoTime() + Duration.ofMillis(5).toNanos();
        while (System.nanoTime() < pause) {
            Thread.onSpinWait();
        }
        if (working.get()) {
            vertx.setTimer(1, again -> work(vertx, working));
        }
    }

    @Test
    void closingTakesTheTimerOff(Vertx vertx) {
        CountingClock clock = new CountingClock();
        Context context = vertx.getOrCreateContext();
        EventLoopMonitor monitor = EventLoopMonitor.start(context, clock, WINDOW, health -> {});
        await(monitor, health -> health.intervalMs() > 0);

        monitor.close();
        monitor.close();
        loopRuns(vertx, context, 1); // a tick may be under way
        int read = clock.reads.get();
        loopRuns(vertx, context, 300);

        assertThat(clock.reads).hasValue(read);
    }

    /** Waits until a timer of the loop, which was set now, is due: each that was due before has run. */
    private static void loopRuns(Vertx vertx, Context context, long ms) {
        Promise<Void> due = Promise.promise();
        context.runOnContext(now -> vertx.setTimer(ms, timer -> due.complete()));
        Await.done("a timer of the loop", Await.PATIENCE, due.future().toCompletionStage());
    }

    @Test
    void closingBeforeTheFirstTickLeavesNoTimer(Vertx vertx) {
        CountingClock clock = new CountingClock();
        Context context = vertx.getOrCreateContext();
        context.runOnContext(occupied -> Await.pause(Duration.ofMillis(100)));
        EventLoopMonitor.start(context, clock, WINDOW, health -> {}).close();
        loopRuns(vertx, context, 300);

        assertThat(clock.reads).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void workerThreadsHaveNoLoopToWatch(Vertx vertx, VertxTestContext test) {
        vertx.deployVerticle(
                        new VerticleBase() {
                            @Override
                            public Future<?> start() {
                                assertThatThrownBy(() -> EventLoopMonitor.start(context))
                                        .isInstanceOf(IllegalArgumentException.class)
                                        .hasMessageContaining("worker threads");
                                return Future.succeededFuture();
                            }
                        },
                        new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER))
                .onComplete(test.succeedingThenComplete());
    }

    private static EventLoopMonitor start(Vertx vertx) {
        return EventLoopMonitor.start(vertx.getOrCreateContext(), LoopClock.system(), WINDOW, health -> {});
    }

    private static EventLoopHealth await(EventLoopMonitor monitor, Predicate<EventLoopHealth> awaited) {
        return Await.answer(
                "the health of the event loop",
                Await.PATIENCE,
                () -> "last: " + monitor.health(),
                () -> Optional.of(monitor.health()).filter(awaited));
    }

    /** Counts how often it is asked for the time. */
    private static final class CountingClock implements LoopClock {
        private final AtomicInteger reads = new AtomicInteger();
        private final LoopClock system = LoopClock.system();

        @Override
        public long nanos() {
            reads.incrementAndGet();
            return system.nanos();
        }

        @Override
        public long threadCpuNanos() {
            return system.threadCpuNanos();
        }

        @Override
        public long processCpuNanos() {
            return system.processCpuNanos();
        }
    }
}
