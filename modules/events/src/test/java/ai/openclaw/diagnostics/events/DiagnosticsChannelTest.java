package ai.openclaw.diagnostics.events;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.LogCapture;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DiagnosticsChannelTest {

    private static final DiagnosticEvent EVENT =
            QueueLaneEnqueue.builder().lane("lane-of-the-event").queueSize(3).build();

    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final LogCapture log = new LogCapture(DiagnosticsChannel.class);

    private final ExecutorService pool = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        pool.shutdownNow();
        log.close();
    }

    @Test
    void theUntrustedChannelSharesTheRejections() {
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        channel.untrusted().rejections().countUnreadable("not an event");
        assertThat(channel.rejections().total()).isOne();
        assertThat(DiagnosticsChannel.create().rejections().total()).isZero();
    }

    @Test
    void theChannelIsInANamedModule() {
        assertThat(DiagnosticsChannel.class.getModule().isNamed()).isTrue();
        assertThat(DiagnosticsChannel.class.getModule().getName()).isEqualTo("ai.openclaw.diagnostics.events");
    }

    @Test
    void anEventIsTakenOnThePublishersThreadBeforePublishReturns() throws InterruptedException {
        AtomicReference<Thread> taker = new AtomicReference<>();
        List<EventEnvelope> taken = new ArrayList<>();
        channel.subscribe((event, provenance) -> {
            taker.set(Thread.currentThread());
            taken.add(new EventEnvelope(event, provenance));
        });
        Thread publisher = new Thread(() -> {
            channel.publish(EVENT, Provenance.INTERNAL);
            assertThat(taken).containsExactly(new EventEnvelope(EVENT, Provenance.INTERNAL));
        });
        AtomicReference<Throwable> failed = new AtomicReference<>();
        publisher.setUncaughtExceptionHandler((thread, failure) -> failed.set(failure));
        publisher.start();
        publisher.join();
        assertThat(failed.get()).isNull();
        assertThat(taker.get()).isSameAs(publisher);
        assertThat(taken.get(0).event()).isSameAs(EVENT);
    }

    @Test
    void anUntrustedPublisherCannotClaimTrust() {
        List<Provenance> taken = new ArrayList<>();
        channel.subscribe((event, provenance) -> taken.add(provenance));
        DiagnosticsChannel untrusted = channel.untrusted();
        untrusted.subscribe((event, provenance) -> taken.add(provenance));
        untrusted.publish(EVENT, Provenance.TRUSTED);
        assertThat(taken).containsExactly(Provenance.UNTRUSTED, Provenance.UNTRUSTED);
        assertThat(untrusted.subscribers()).isEqualTo(channel.subscribers()).isEqualTo(2);
        assertThat(DiagnosticsChannel.disabled().untrusted().isEnabled()).isFalse();
    }

    @Test
    void everySubscriberTakesEveryEventInTheOrderOfPublication() {
        List<String> taken = new ArrayList<>();
        channel.subscribe((event, provenance) -> taken.add("first " + provenance));
        channel.subscribe((event, provenance) -> taken.add("second " + provenance));
        channel.publish(EVENT, Provenance.TRUSTED);
        channel.publish(EVENT, Provenance.UNTRUSTED);
        assertThat(taken).containsExactly("first TRUSTED", "second TRUSTED", "first UNTRUSTED", "second UNTRUSTED");
    }

    @Test
    void publishingWithoutSubscribersDoesNothing() {
        channel.publish(EVENT, Provenance.TRUSTED);
        assertThat(channel.failures()).isZero();
        assertThat(channel.isEnabled()).isTrue();
    }

    @Test
    void aFailingSubscriberHarmsNeitherPublisherNorOthers() {
        List<Throwable> failures = List.of(
                new IllegalStateException(),
                new AssertionError(),
                new StackOverflowError(),
                new OutOfMemoryError(),
                new NoClassDefFoundError(),
                new InterruptedException());
        List<DiagnosticEvent> taken = new ArrayList<>();
        channel.subscribe((event, provenance) -> taken.add(event));
        failures.forEach(failure -> channel.subscribe((event, provenance) -> throwAny(failure)));
        channel.subscribe((event, provenance) -> taken.add(event));

        channel.publish(EVENT, Provenance.TRUSTED);
        assertThat(taken).containsExactly(EVENT, EVENT);
        assertThat(channel.failures()).isEqualTo(failures.size());

        channel.publish(EVENT, Provenance.TRUSTED);
        assertThat(taken).hasSize(4);
        assertThat(channel.failures()).isEqualTo(2L * failures.size());
    }

    @Test
    void aSubscriberThatRecursesWithoutEndDoesNotFellThePublisher() {
        channel.subscribe((event, provenance) -> recurse());
        channel.publish(EVENT, Provenance.TRUSTED);
        assertThat(channel.failures()).isEqualTo(1);
    }

    @Test
    void failuresAreLoggedOnceAMinuteByClassWithoutValues() {
        channel.subscribe((event, provenance) -> {
            throw new IllegalStateException("cannot take " + event);
        });
        for (int i = 0; i < 1000; i++) {
            channel.publish(EVENT, Provenance.TRUSTED);
        }
        assertThat(channel.failures()).isEqualTo(1000);
        assertThat(log.records()).hasSize(1);
        assertThat(log.records().get(0).getLevel()).isEqualTo(Level.WARNING);
        assertThat(log.records().get(0).getThrown())
                .as("its message may quote the event")
                .isNull();
        assertThat(log.lines().get(0))
                .contains("java.lang.IllegalStateException", "queue.lane.enqueue")
                .doesNotContain("lane-of-the-event", "cannot take");
    }

    @Test
    void aClosedSubscriptionGetsNothingAndMayBeClosedTwice() {
        List<DiagnosticEvent> taken = new ArrayList<>();
        List<DiagnosticEvent> others = new ArrayList<>();
        Subscription subscription = channel.subscribe((event, provenance) -> taken.add(event));
        channel.subscribe((event, provenance) -> others.add(event));
        channel.publish(EVENT, Provenance.TRUSTED);
        subscription.close();
        channel.publish(EVENT, Provenance.TRUSTED);
        subscription.close();
        channel.publish(EVENT, Provenance.TRUSTED);
        assertThat(taken).hasSize(1);
        assertThat(others).hasSize(3);
    }

    @Test
    void aSubscriberMayHoldTwoSubscriptionsAndCloseOne() {
        List<DiagnosticEvent> taken = new ArrayList<>();
        DiagnosticSubscriber subscriber = (event, provenance) -> taken.add(event);
        Subscription first = channel.subscribe(subscriber);
        channel.subscribe(subscriber);
        channel.publish(EVENT, Provenance.TRUSTED);
        assertThat(taken).hasSize(2);
        first.close();
        first.close();
        channel.publish(EVENT, Provenance.TRUSTED);
        assertThat(taken).hasSize(3);
    }

    @Test
    void noDeliveryBeginsAfterCloseHasReturned() {
        List<DiagnosticEvent> taken = new ArrayList<>();
        AtomicReference<Subscription> second = new AtomicReference<>();
        channel.subscribe((event, provenance) -> second.get().close());
        second.set(channel.subscribe((event, provenance) -> taken.add(event)));
        channel.publish(EVENT, Provenance.TRUSTED);
        assertThat(taken).isEmpty();
    }

    @Test
    void aSubscriberMaySubscribePublishAndCloseWhileItTakesAnEvent() {
        List<String> taken = new ArrayList<>();
        AtomicReference<Subscription> self = new AtomicReference<>();
        self.set(channel.subscribe((event, provenance) -> {
            self.get().close();
            channel.subscribe((later, its) -> taken.add("new " + its));
            channel.publish(EVENT, Provenance.INTERNAL);
            taken.add("old " + provenance);
        }));
        channel.publish(EVENT, Provenance.TRUSTED);
        assertThat(taken).containsExactly("new INTERNAL", "old TRUSTED");
        assertThat(channel.failures()).isZero();
    }

    @Test
    void aDisabledChannelDeliversNothing() {
        DiagnosticsChannel disabled = DiagnosticsChannel.disabled();
        List<DiagnosticEvent> taken = new ArrayList<>();
        Subscription subscription = disabled.subscribe((event, provenance) -> taken.add(event));
        disabled.publish(EVENT, Provenance.TRUSTED);
        subscription.close();
        assertThat(taken).isEmpty();
        assertThat(disabled.isEnabled()).isFalse();
    }

    @Test
    void nothingIsLostOrDoubledWhileOthersComeAndGo() throws Exception {
        AtomicLong taken = new AtomicLong();
        channel.subscribe((event, provenance) -> taken.incrementAndGet());
        AtomicBoolean publishing = new AtomicBoolean(true);
        List<Future<?>> guests = start(2, () -> {
            while (publishing.get()) {
                channel.subscribe((event, provenance) -> {}).close();
            }
        });
        List<Future<?>> publishers = start(3, () -> {
            for (int i = 0; i < 20_000; i++) {
                channel.publish(EVENT, Provenance.TRUSTED);
            }
        });
        finish(publishers);
        publishing.set(false);
        finish(guests);
        assertThat(taken.get()).isEqualTo(60_000);
        assertThat(channel.failures()).isZero();
    }

    @Test
    void subscriptionsOfManyThreadsDoNotUndoEachOther() throws Exception {
        List<Future<?>> subscribers = start(4, () -> {
            for (int i = 0; i < 2_000; i++) {
                subscribeTakeOneAndClose();
            }
        });
        finish(subscribers);
        assertThat(channel.failures()).isZero();
    }

    /** From its return to its end, a subscription gets all that this thread publishes, whatever others do. */
    private void subscribeTakeOneAndClose() {
        Thread self = Thread.currentThread();
        AtomicLong taken = new AtomicLong();
        Subscription subscription = channel.subscribe((event, provenance) -> {
            if (Thread.currentThread() == self) {
                taken.incrementAndGet();
            }
        });
        channel.publish(EVENT, Provenance.TRUSTED);
        subscription.close();
        channel.publish(EVENT, Provenance.TRUSTED);
        assertThat(taken.get()).as("events while subscribed").isEqualTo(1);
    }

    @Test
    void publishingAllocatesNothing() {
        AtomicLong taken = new AtomicLong();
        channel.subscribe((event, provenance) -> taken.incrementAndGet());
        channel.subscribe((event, provenance) -> taken.incrementAndGet());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 10 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1_000; i++) {
                channel.publish(EVENT, Provenance.TRUSTED);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
        assertThat(taken.get()).isGreaterThanOrEqualTo(2_000);
    }

    private List<Future<?>> start(int threads, Runnable task) {
        List<Future<?>> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            started.add(pool.submit(task));
        }
        return started;
    }

    private static void finish(List<Future<?>> started) throws Exception {
        for (Future<?> one : started) {
            one.get();
        }
    }

    private static int recurse() {
        return recurse() + 1;
    }

    @SuppressWarnings("unchecked") // a checked exception from where none may come
    private static <T extends Throwable> void throwAny(Throwable failure) throws T {
        throw (T) failure;
    }
}
