package ai.openclaw.diagnostics.store;

import java.util.Arrays;

/** The series of one family in the order of their admission: appended to under a lock, read without. */
final class SeriesList {

    private Series[] items = new Series[4];
    private volatile int size;

    /** Appends wholly or not at all; only under the lock of admission. What can fail here precedes the first write. */
    void append(Series series) {
        int at = size;
        if (at == items.length) {
            items = Arrays.copyOf(items, 2 * at);
        }
        items[at] = series;
        size = at + 1; // publishes the two writes above to any thread that reads this size
    }

    int size() {
        return size;
    }

    /** Returns the series at an index below a {@link #size()} that this thread has read. */
    Series get(int index) {
        return items[index];
    }
}
