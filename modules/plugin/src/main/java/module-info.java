/**
 * The verticle that composes recording, store and exposition in a Vert.x Gateway. A Gateway
 * depends on this module; it depends on no Gateway.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.plugin {
    requires static org.jspecify;
    requires transitive ai.openclaw.diagnostics.events;
    requires transitive ai.openclaw.diagnostics.spi;
    requires transitive ai.openclaw.diagnostics.catalog;
    requires ai.openclaw.diagnostics.policy;
    requires ai.openclaw.diagnostics.recording;
    requires ai.openclaw.diagnostics.store;
    requires transitive ai.openclaw.diagnostics.http;
    requires io.vertx.auth.common;
    requires transitive io.vertx.core;
    requires transitive io.vertx.web;

    exports ai.openclaw.diagnostics.plugin;

    provides ai.openclaw.diagnostics.spi.GatewayPlugin with
            ai.openclaw.diagnostics.plugin.DiagnosticsPrometheusPlugin;
}
