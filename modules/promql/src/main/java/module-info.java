/**
 * Queries over the catalog's families that cannot name a label, a bound or a kind of sample that a family does not have.
 * The generators of dashboards and alert rules depend on it; nothing that runs in a Gateway may.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.promql {
    requires static org.jspecify;
    requires transitive ai.openclaw.diagnostics.catalog;

    exports ai.openclaw.diagnostics.promql;
}
