package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.FamilyGroup;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds the series set of a label tuple: open addressing with linear probing in tables of fixed size.
 *
 * <p>Look-ups are wait-free and allocate nothing. Insertions need the caller's lock; nothing is ever removed or moved,
 * so that a reader who meets an empty place knows that the tuple was not there when it began.
 */
final class SeriesIndex {
    /*
     * The first table has one tuple for each value of the cheap hash, that of the hash codes. A further tuple of the same
     * hash goes to the second table, by the hash of its characters. So a look-up compares at most one tuple in vain before
     * it comes to a table in which collisions cannot be crafted; without crafted values the second table stays empty.
     */
    private final AtomicReferenceArray<@Nullable LabeledSeries> first;
    private final AtomicReferenceArray<@Nullable LabeledSeries> second;
    private final int mask;
    private final LabelHash hashes;

    /** @param maxSets how many sets it must hold; each table has at least twice as many places */
    SeriesIndex(int maxSets, LabelHash hashes) {
        int places = Math.max(4, Integer.highestOneBit(Math.max(1, 2 * maxSets - 1)) << 1);
        this.first = new AtomicReferenceArray<>(places);
        this.second = new AtomicReferenceArray<>(places);
        this.mask = places - 1;
        this.hashes = hashes;
    }

    int hash(
            FamilyGroup group, String v0, String v1, String v2, String v3, String v4, String v5, String v6, String v7) {
        return hashes.ofHashCodes(group, v0, v1, v2, v3, v4, v5, v6, v7);
    }

    /** Returns the set of the same tuple. */
    @Nullable
    LabeledSeries find(LabelTuple it) {
        return find(it.hash(), it.group(), it.v0, it.v1, it.v2, it.v3, it.v4, it.v5, it.v6, it.v7);
    }

    @Nullable
    LabeledSeries find(
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
        LabeledSeries set = first.getAcquire(place);
        while (set != null && set.hash() != hash) {
            place = place + 1 & mask;
            set = first.getAcquire(place);
        }
        return set == null || set.matches(group, v0, v1, v2, v3, v4, v5, v6, v7)
                ? set
                : findCollided(group, v0, v1, v2, v3, v4, v5, v6, v7);
    }

    private @Nullable LabeledSeries findCollided(
            FamilyGroup group, String v0, String v1, String v2, String v3, String v4, String v5, String v6, String v7) {
        int place = hashes.ofCharacters(group, v0, v1, v2, v3, v4, v5, v6, v7) & mask;
        LabeledSeries set = second.getAcquire(place);
        while (set != null && !set.matches(group, v0, v1, v2, v3, v4, v5, v6, v7)) {
            place = place + 1 & mask;
            set = second.getAcquire(place);
        }
        return set;
    }

    /** Inserts a set whose tuple is not there; only under the lock of admission. The insertion itself comes last. */
    void insert(LabeledSeries set) {
        int place = set.hash() & mask;
        LabeledSeries other = first.getPlain(place);
        while (other != null && other.hash() != set.hash()) {
            place = place + 1 & mask;
            other = first.getPlain(place);
        }
        if (other == null) {
            first.setRelease(place, set);
        } else {
            insertCollided(set);
        }
    }

    private void insertCollided(LabeledSeries set) {
        int place = set.hashOfCharacters(hashes) & mask;
        while (second.getPlain(place) != null) {
            place = place + 1 & mask;
        }
        second.setRelease(place, set);
    }
}
