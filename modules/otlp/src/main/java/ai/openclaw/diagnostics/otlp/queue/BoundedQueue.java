package ai.openclaw.diagnostics.otlp.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A queue with a maximum size: when it is full, the newest item is dropped and counted. Any number of threads add, one thread at a
 * time takes.
 *
 * <p>Adding is lock-free and allocates nothing. Items of one thread keep their order.
 */
public final class BoundedQueue<T> {

    private final AtomicReferenceArray<T> slots;
    private final AtomicLong added = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    /** @param capacity how many items wait at most, at least 1 */
    public BoundedQueue(int capacity) {
        slots = new AtomicReferenceArray<>(capacity);
    }

    /** Adds an item, or drops and counts it if there is no room. */
    public void add(T item) {
        long at = reserve();
        if (at < 0) {
            dropped.incrementAndGet();
        } else {
            slots.setRelease(slot(at), item);
        }
    }

    /** Returns the position of a slot that no other thread writes, -1 if all are taken. */
    private long reserve() {
        while (true) {
            long at = added.get();
            if (at - taken.get() >= slots.length()) {
                return -1;
            }
            if (added.compareAndSet(at, at + 1)) {
                return at;
            }
        }
    }

    private int slot(long position) {
        return (int) (position % slots.length());
    }

    /** Takes the oldest items, at most so many; an item that is being added right now may be left for the next time. */
    public List<T> take(int max) {
        List<T> items = new ArrayList<>();
        long at = taken.get();
        for (T item = slots.getAcquire(slot(at));
                items.size() < max && item != null;
                item = slots.getAcquire(slot(at))) {
            items.add(item);
            slots.setPlain(slot(at), null);
            taken.set(++at); // only now is the slot free
        }
        return items;
    }

    /** Tells whether nothing waits. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** Returns how many items wait. */
    public int size() {
        return (int) (added.get() - taken.get());
    }

    /** Returns how many items were dropped since the start. */
    public long dropped() {
        return dropped.get();
    }
}
