package ai.openclaw.diagnostics.otlp.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedQueueTest {

    @Test
    void itemsAreTakenInTheirOrderAndTheNewestIsDropped() {
        BoundedQueue<Integer> queue = new BoundedQueue<>(3);
        IntStream.range(0, 5).forEach(queue::add);
        assertThat(queue.size()).isEqualTo(3);
        assertThat(queue.dropped()).isEqualTo(2);
        assertThat(queue.take(2)).containsExactly(0, 1);
        queue.add(5);
        assertThat(queue.take(9)).containsExactly(2, 5);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.take(9)).isEmpty();
    }

    /** Each item is an odd or even number of one thread. */
    @Test
    void nothingIsLostOrDoubledBetweenThreads() throws InterruptedException {
        int threads = 4;
        int each = 100_000;
        BoundedQueue<Integer> queue = new BoundedQueue<>(7);
        List<Thread> writers = IntStream.range(0, threads)
                .mapToObj(thread ->
                        new Thread(() -> IntStream.range(0, each).forEach(i -> queue.add(i * threads + thread))))
                .toList();
        List<Integer> taken = new ArrayList<>();
        writers.forEach(Thread::start);
        while (writers.stream().anyMatch(Thread::isAlive)) {
            taken.addAll(queue.take(3));
        }
        taken.addAll(queue.take(7));
        assertThat(taken.size() + queue.dropped()).isEqualTo((long) threads * each);
        for (int thread = 0; thread < threads; thread++) {
            int of = thread;
            List<Integer> own = taken.stream().filter(it -> it % threads == of).toList();
            assertThat(own).isSorted().doesNotHaveDuplicates();
        }
    }
}
