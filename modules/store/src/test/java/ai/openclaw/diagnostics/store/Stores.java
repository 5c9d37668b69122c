package ai.openclaw.diagnostics.store;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.SERIES_DROPPED;
import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.CATALOG;

/** Stores of tests, and what is in them. */
final class Stores {

    private Stores() {}

    /** Returns a store of two stripes. */
    static SeriesStore store(int cap) {
        return new SeriesStore(CATALOG, cap, 2, -1);
    }

    /** Returns what is in a store now. */
    static Snapshot refreshed(SeriesStore store) {
        Snapshot snapshot = Snapshot.of(store);
        snapshot.refresh();
        return snapshot;
    }

    /** Returns how many updates a store has dropped. */
    static long drops(SeriesStore store) {
        return refreshed(store).samples(SERIES_DROPPED).get(0).sumLow();
    }
}
