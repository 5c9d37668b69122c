/**
 * Events from other processes, over HTTP: authenticated, bounded, and recorded once for each acknowledged batch. A Gateway
 * mounts it; it depends on no Gateway and on no exporter.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.ingest {
    requires static org.jspecify;
    requires transitive ai.openclaw.diagnostics.events;
    requires ai.openclaw.diagnostics.http;
    requires io.vertx.auth.common;
    requires transitive io.vertx.core;
    requires transitive io.vertx.web;

    exports ai.openclaw.diagnostics.ingest;
}
