/** A Gateway that has the exporter read its events from the event bus. */
module com.example.eventbus {
    requires ai.openclaw.diagnostics.plugin; // deployed by name
    requires io.vertx.core;
    requires io.vertx.web;
}
