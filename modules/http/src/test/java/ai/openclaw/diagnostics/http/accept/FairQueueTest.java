package ai.openclaw.diagnostics.http.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairQueueTest {

    private final FairQueue<String> queue = new FairQueue<>();

    @Test
    void clientsTakeTurnsEachWithItsNewestFirst() {
        add("a", 1, 2, 3);
        add("b", 1, 2);
        assertThat(drained()).containsExactly("b2", "a3", "b1", "a2", "a1");
    }

    @Test
    void aClientThatHadNoneIsNext() {
        add("flood", 1, 2, 3, 4);
        assertThat(queue.poll()).isEqualTo("flood4");
        add("other", 1);
        assertThat(drained()).startsWith("other1");
    }

    @Test
    void theOldestOfTheClientThatHasMostIsRemoved() {
        add("other", 1);
        add("flood", 1, 2);
        assertThat(queue.removeOldest()).isEqualTo("flood1");
        assertThat(queue.size()).isEqualTo(2);
        assertThat(drained()).containsExactlyInAnyOrder("other1", "flood2");
    }

    @Test
    void aClientWhoseLastWasRemovedIsForgotten() {
        add("only", 1);
        assertThat(queue.removeOldest()).isEqualTo("only1");
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.poll()).isNull();
        add("only", 2);
        assertThat(drained()).containsExactly("only2");
    }

    private void add(String client, int... numbers) {
        for (int number : numbers) {
            queue.add(client, client + number);
        }
    }

    private List<String> drained() {
        List<String> all = new ArrayList<>();
        Stream.generate(queue::poll).takeWhile(next -> next != null).forEach(all::add);
        assertThat(queue.isEmpty()).isTrue();
        return all;
    }
}
