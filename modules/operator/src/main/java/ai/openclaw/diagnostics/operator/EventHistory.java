package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.recording.EventCount;
import ai.openclaw.diagnostics.recording.SharedRecording;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How many events of which type there were during the last hour, in slices of five seconds: what support needs to know of the
 * time before a failure. It reads the counts that recording has anyway, so that an event costs nothing more.
 *
 * <p>Holds at most {@value #MAX_SLICES} slices, and no event. Any thread may ask.
 */
public final class EventHistory implements AutoCloseable {

    static final int MAX_SLICES = 720;

    private static final int VERSION = 1;
    private static final long SLICE_MS = 5_000;

    private final Vertx vertx;
    private final Supplier<List<EventCount>> counts;
    private final Deque<Slice> slices = new ArrayDeque<>(); // guarded by this, as is what follows
    private Map<String, Long> last = Map.of();
    private long timer;

    /** What came within a slice; types that did not come are left out. */
    private record Slice(Instant at, Map<String, Long> events) {}

    private EventHistory(Vertx vertx, Supplier<List<EventCount>> counts) {
        this.vertx = vertx;
        this.counts = counts;
    }

    /** Starts to look at the counts of a channel's recording. */
    public static EventHistory start(Vertx vertx, DiagnosticsChannel channel) {
        SharedRecording recording = SharedRecording.of(channel);
        return start(
                vertx,
                SLICE_MS,
                () -> recording
                        .active()
                        .map(active -> active.recorder().events())
                        .orElse(List.of()));
    }

    /**
     * Starts to look at counts.
     *
     * @param counts asked on worker threads: it adds up what is in the cells of many series
     */
    static EventHistory start(Vertx vertx, long sliceMs, Supplier<List<EventCount>> counts) {
        EventHistory history = new EventHistory(vertx, counts);
        history.timer = vertx.setPeriodic(
                sliceMs,
                tick -> vertx.executeBlocking(() -> {
                    history.add();
                    return null;
                }));
        return history;
    }

    /** Ends the current slice. */
    private void add() {
        add(counts.get());
    }

    private synchronized void add(List<EventCount> counts) {
        Map<String, Long> now = new HashMap<>();
        Map<String, Long> since = new HashMap<>();
        for (EventCount count : counts) {
            now.put(count.type(), count.seen());
            long more = count.seen() - last.getOrDefault(count.type(), 0L);
            if (more > 0) {
                since.put(count.type(), more);
            }
        }
        last = now;
        slices.add(new Slice(Instant.now(), since));
        if (slices.size() > MAX_SLICES) {
            slices.remove();
        }
    }

    /**
     * Returns the history as JSON. Slices in which nothing came are left out.
     *
     * @param reason why it is asked for, in a word
     */
    public String json(String reason) {
        JsonArray shown = new JsonArray();
        for (Slice slice : slices()) {
            if (!slice.events().isEmpty()) {
                shown.add(new JsonObject()
                        .put("at", StatusReport.time(slice.at()))
                        .put("events", new JsonObject(new HashMap<>(slice.events()))));
            }
        }
        return new JsonObject()
                .put("version", VERSION)
                .put("generatedAt", StatusReport.time(Instant.now()))
                .put("reason", reason)
                .put("sliceMs", SLICE_MS)
                .put("slices", shown)
                .encodePrettily();
    }

    private synchronized List<Slice> slices() {
        return List.copyOf(slices);
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
