/**
 * The metric families as data: name, type, unit, help, labels with their rule and fallback, bucket bounds. Any module
 * may depend on it; it depends on none of the project and performs nothing at run time.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.catalog {
    requires static org.jspecify;

    exports ai.openclaw.diagnostics.catalog;
    exports ai.openclaw.diagnostics.catalog.domain;
}
