/**
 * Bounded, concurrent series: look-up, admission at the cap, cells, snapshots. It knows neither events nor text; it
 * depends on the catalog alone, and what records or exposes may depend on it.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.store {
    requires static transitive org.jspecify;
    requires transitive ai.openclaw.diagnostics.catalog;

    exports ai.openclaw.diagnostics.store;
}
