package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.FamilyGroup;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds the series set of a label tuple: open addressing with linear probing in a table of fixed size.
 *
 * <p>Look-ups are wait-free and allocate nothing. Insertions need the caller's lock; nothing is ever removed or moved,
 * so that a reader who meets an empty place knows that the tuple was not there when it began.
 */
final class SeriesIndex {

    private final AtomicReferenceArray<@Nullable SeriesSet> table;
    private final int mask;
    private final int hashMask;

    /**
     * @param maxSets how many sets it must hold; the table has at least twice as many places
     * @param hashMask all ones; tests clear bits to force collisions
     */
    SeriesIndex(int maxSets, int hashMask) {
        int places = Math.max(4, Integer.highestOneBit(Math.max(1, 2 * maxSets - 1)) << 1);
        this.table = new AtomicReferenceArray<>(places);
        this.mask = places - 1;
        this.hashMask = hashMask;
    }

    int hash(
            FamilyGroup group, String v0, String v1, String v2, String v3, String v4, String v5, String v6, String v7) {
        return LabelTuple.hash(group, v0, v1, v2, v3, v4, v5, v6, v7) & hashMask;
    }

    @Nullable
    SeriesSet find(
            int hash,
            FamilyGroup group,
            String v0,
            String v1,
            String v2,
            String v3,
            String v4,
            String v5,
            String v6,
            String v7) {
        int place = hash & mask;
        SeriesSet set = table.getAcquire(place);
        while (set != null && !set.matches(hash, group, v0, v1, v2, v3, v4, v5, v6, v7)) {
            place = place + 1 & mask;
            set = table.getAcquire(place);
        }
        return set;
    }

    @Nullable
    SeriesSet find(LabelTuple tuple) {
        int place = tuple.hash() & mask;
        SeriesSet set = table.getAcquire(place);
        while (set != null && !set.matches(tuple)) {
            place = place + 1 & mask;
            set = table.getAcquire(place);
        }
        return set;
    }

    /** Inserts a set whose tuple is not there; only under the lock of admission. */
    void insert(SeriesSet set) {
        int place = set.hash() & mask;
        while (table.getPlain(place) != null) {
            place = place + 1 & mask;
        }
        table.setRelease(place, set);
    }
}
