/**
 * The embedded Gateway: an HTTP server with operator authentication and probes, a diagnostics channel, and plugins.
 * It composes the modules of the Gateway's concerns; authors of other Gateways can copy from it. The command line starts it.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.gateway {
    requires static org.jspecify;
    requires ai.openclaw.diagnostics.files;
    requires ai.openclaw.diagnostics.http;
    requires ai.openclaw.diagnostics.ingest;
    requires transitive ai.openclaw.diagnostics.auth;
    requires ai.openclaw.diagnostics.logging;
    requires ai.openclaw.diagnostics.monitoring;
    requires ai.openclaw.diagnostics.operator;
    requires transitive ai.openclaw.diagnostics.pluginhost;
    requires ai.openclaw.diagnostics.recording;
    requires transitive io.vertx.core;
    requires io.vertx.web;

    exports ai.openclaw.diagnostics.gateway;
}
