package ai.openclaw.diagnostics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DemoWorkloadTest {

    private static final long PATIENCE_S = 20;

    private final DiagnosticsChannel channel = DiagnosticsChannel.create();

    @Test
    void publishesOnOneDaemonThreadOfItsOwn() throws InterruptedException {
        Set<Thread> publishers = ConcurrentHashMap.newKeySet();
        CountDownLatch published = new CountDownLatch(10);
        channel.subscribe((event, provenance) -> {
            publishers.add(Thread.currentThread());
            published.countDown();
        });
        try (DemoWorkload workload = DemoWorkload.start(channel, new DemoPlan(1, true, 1, true, List.of()))) {
            assertThat(workload).isNotNull();
            assertThat(published.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(publishers).singleElement().satisfies(thread -> {
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).isEqualTo(DemoWorkload.THREAD_NAME);
        });
    }

    @Test
    void closeEndsTheThreadWithinASecondAndMayBeRepeated() throws InterruptedException {
        AtomicReference<Thread> player = new AtomicReference<>();
        CountDownLatch published = new CountDownLatch(1);
        AtomicInteger events = new AtomicInteger();
        channel.subscribe((event, provenance) -> {
            player.set(Thread.currentThread());
            events.incrementAndGet();
            published.countDown();
        });
        DemoWorkload workload = DemoWorkload.start(channel, DemoPlan.ofSeed(1));
        assertThat(published.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();

        long began = System.nanoTime();
        workload.close();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        workload.close();

        assertThat(player.get().isAlive()).isFalse();
        assertThat(took).isLessThan(Duration.ofSeconds(1));
        int atClose = events.get();
        Thread.sleep(300);
        assertThat(events).hasValue(atClose);
    }

    @Test
    void aSubscriberMayCloseIt() throws InterruptedException {
        AtomicReference<DemoWorkload> workload = new AtomicReference<>();
        AtomicReference<Thread> player = new AtomicReference<>();
        CountDownLatch closed = new CountDownLatch(1);
        channel.subscribe((event, provenance) -> {
            DemoWorkload started = workload.get();
            if (started != null) {
                player.set(Thread.currentThread());
                started.close();
                closed.countDown();
            }
        });
        workload.set(DemoWorkload.start(channel, DemoPlan.ofSeed(1)));

        assertThat(closed.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        player.get().join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
        assertThat(player.get().isAlive()).isFalse();
    }

    @Test
    void closedBeforeItSaidAnythingItStaysSilent() throws InterruptedException {
        AtomicInteger events = new AtomicInteger();
        channel.subscribe((event, provenance) -> events.incrementAndGet());
        DemoWorkload.start(channel, DemoPlan.ofSeed(1)).close();

        int atClose = events.get();
        Thread.sleep(600);
        assertThat(events).hasValue(atClose);
    }
}
