/**
 * The embedded Gateway: authentication, probes, plugins, command line and replay. It is what a newcomer starts,
 * what the tests drive and what the author of a Gateway copies from; nothing depends on it.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.gateway {
    requires static org.jspecify;
    requires ai.openclaw.diagnostics.config;
    requires ai.openclaw.diagnostics.demo;
    requires ai.openclaw.diagnostics.ingest;
    requires ai.openclaw.diagnostics.logging;
    requires ai.openclaw.diagnostics.plugin;
    requires ai.openclaw.diagnostics.policy;
    requires com.fasterxml.jackson.core;
    requires HdrHistogram;
    requires info.picocli;
    requires io.vertx.auth.common;
    requires java.logging;
    requires jdk.management;

    uses ai.openclaw.diagnostics.spi.GatewayPlugin;

    // picocli reads the options' annotations
    opens ai.openclaw.diagnostics.gateway to
            info.picocli;
}
