package ai.openclaw.diagnostics.operator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.recording.EventCount;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventHistoryTest {

    /** As many as a history keeps are half a minute: a busy machine does not drop the first before the test asks. */
    private static final long SLICE_MS = 50;

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Boolean> onEventLoop = new LinkedBlockingQueue<>();
    private final AtomicLong seen = new AtomicLong();
    private final EventHistory history = EventHistory.start(vertx, SLICE_MS, this::counts);

    @AfterEach
    void close() throws Exception {
        history.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    @Test
    @DisplayName("Counts are added up on a worker thread: they are in the cells of as many series as there are")
    void looksAtCountsOffTheEventLoop() throws InterruptedException {
        assertThat(nextLook()).isFalse();
    }

    @Test
    void aSliceHasWhatCameWithinIt() throws InterruptedException {
        seen.set(5);
        awaitLooks(3);
        seen.set(7);
        awaitLooks(3);
        JsonObject json = new JsonObject(history.json("test"));
        assertThat(json.getString("reason")).isEqualTo("test");
        JsonArray slices = json.getJsonArray("slices");
        assertThat(slices).hasSize(2);
        assertThat(count(slices, 0)).isEqualTo(5);
        assertThat(count(slices, 1)).isEqualTo(2);
    }

    private static long count(JsonArray slices, int index) {
        return slices.getJsonObject(index).getJsonObject("events").getLong("run.completed");
    }

    private List<EventCount> counts() {
        onEventLoop.add(Context.isOnEventLoopThread());
        return List.of(new EventCount("run.completed", seen.get(), seen.get(), 0, 0));
    }

    /** After the third look the first one, which may have begun before, and the second one are in. */
    private void awaitLooks(int count) throws InterruptedException {
        onEventLoop.clear();
        for (int i = 0; i < count; i++) {
            nextLook();
        }
    }

    private boolean nextLook() throws InterruptedException {
        Boolean look = onEventLoop.poll(1, TimeUnit.MINUTES);
        assertThat(look).isNotNull();
        return look;
    }
}
