/**
 * What the author of a plugin implements, and what a Gateway gives to it.
 * A plugin depends on this module and on events alone.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.spi {
    requires static org.jspecify;
    requires transitive ai.openclaw.diagnostics.events;
    requires transitive io.vertx.core;
    requires transitive io.vertx.web;

    exports ai.openclaw.diagnostics.spi;
}
