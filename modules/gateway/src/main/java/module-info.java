/**
 * The embedded Gateway: an HTTP server with operator authentication and probes, a diagnostics channel, and plugins.
 * It composes what has modules of its own; the author of a Gateway copies from it. The command line starts it.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.gateway {
    requires static org.jspecify;
    requires ai.openclaw.diagnostics.config;
    requires ai.openclaw.diagnostics.http;
    requires ai.openclaw.diagnostics.ingest;
    requires transitive ai.openclaw.diagnostics.auth;
    requires ai.openclaw.diagnostics.monitoring;
    requires transitive ai.openclaw.diagnostics.pluginhost;
    requires transitive io.vertx.core;
    requires io.vertx.web;

    exports ai.openclaw.diagnostics.gateway;
}
