/**
 * Pushes the store's metrics, spans of completed work and log entries to an OpenTelemetry collector, over OTLP with
 * HTTP and Protocol Buffers. A Gateway composes it; it depends on no Gateway and not on the Prometheus exporter.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.otlp {
    requires static org.jspecify;
    requires transitive ai.openclaw.diagnostics.events;
    requires ai.openclaw.diagnostics.catalog;
    requires ai.openclaw.diagnostics.policy;
    requires ai.openclaw.diagnostics.recording;
    requires transitive ai.openclaw.diagnostics.spi;
    requires ai.openclaw.diagnostics.store;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.transport;
    requires transitive io.vertx.core;
    requires java.logging;

    exports ai.openclaw.diagnostics.otlp;

    provides ai.openclaw.diagnostics.spi.GatewayPlugin with
            ai.openclaw.diagnostics.otlp.DiagnosticsOtelPlugin;
}
