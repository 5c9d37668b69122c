package ai.openclaw.diagnostics.demo.stage;

import ai.openclaw.diagnostics.events.QueueLaneDequeue;
import ai.openclaw.diagnostics.events.QueueLaneEnqueue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** A queue lane: work waits in order until one of its slots is free, and holds the slot until it says it is done. */
public final class Lane {

    private final Stage stage;
    private final String name;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final IntSupplier slots;
    private int taken;

    /**
     * Opens a lane.
     *
     * @param slots how much work may be under way, now
     */
    public Lane(Stage stage, String name, IntSupplier slots) {
        this.stage = stage;
        this.name = name;
        this.slots = slots;
    }

    /** Returns how much work waits. */
    public int size() {
        return waiting.size();
    }

    /** Queues work, which gets what it must run to give its slot back. */
    public void submit(Consumer<Runnable> work) {
        waiting.add(new Entry(stage.nowMs(), work));
        stage.internal(
                QueueLaneEnqueue.builder().lane(name).queueSize(waiting.size()).build());
        resume();
    }

    /** Starts what waits as long as there are free slots. */
    void resume() {
        while (taken < slots.getAsInt() && !waiting.isEmpty()) {
            taken++;
            Entry next = waiting.remove();
            stage.internal(QueueLaneDequeue.builder()
                    .lane(name)
                    .queueSize(waiting.size())
                    .waitMs(stage.nowMs() - next.sinceMs)
                    .build());
            next.work.accept(this::release);
        }
    }

    private void release() {
        taken--;
        resume();
    }

    private record Entry(long sinceMs, Consumer<Runnable> work) {}
}
