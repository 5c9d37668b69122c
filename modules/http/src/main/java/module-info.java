/**
 * Exposition formats, as bytes and without Vert.x, and the scrape route of Vert.x Web that serves them. What composes
 * an exporter may depend on it; it depends on the store and its catalog, never on events.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.http {
    requires static org.jspecify;
    requires transitive ai.openclaw.diagnostics.store;
    requires transitive io.vertx.web;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires io.vertx.auth.common;
    requires transitive io.vertx.core;

    exports ai.openclaw.diagnostics.http.exposition;
    exports ai.openclaw.diagnostics.http.route;
}
