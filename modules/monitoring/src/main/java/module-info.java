/**
 * The process's own condition: the delay of event loops, memory, and the probes that show both.
 * The Gateway composes it; it measures and publishes, and decides nothing.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.monitoring {
    requires static org.jspecify;
    requires transitive ai.openclaw.diagnostics.events;
    requires ai.openclaw.diagnostics.http;
    requires HdrHistogram;
    requires transitive io.vertx.core;
    requires transitive io.vertx.web;
    requires jdk.management;

    exports ai.openclaw.diagnostics.monitoring;
}
