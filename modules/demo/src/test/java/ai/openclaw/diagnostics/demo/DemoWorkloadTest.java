package ai.openclaw.diagnostics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
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

        workload.close();
        workload.close();

        player.get().join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
        assertThat(player.get().isAlive()).isFalse();
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
        Set<Thread> before = players();
        DemoWorkload.start(channel, DemoPlan.ofSeed(1)).close();

        for (Thread player : players()) {
            if (!before.contains(player)) { // close waits a second at most for it
                player.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
            }
        }
        assertThat(players()).isSubsetOf(before);
        assertThat(events).hasValue(0);
    }

    private static Set<Thread> players() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(DemoWorkload.THREAD_NAME))
                .collect(Collectors.toSet());
    }
}
