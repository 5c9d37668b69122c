/**
 * What a Gateway reports: event records, their provenance, the channel they are published on, and the decoder of their
 * JSON. Any module may depend on it; it depends on none of the project and not on Vert.x.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.events {
    requires static transitive org.jspecify;

    exports ai.openclaw.diagnostics.events;
}
