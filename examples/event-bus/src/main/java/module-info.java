/** A Gateway that has the exporter read its events from the event bus. */
module com.example.eventbus {
    requires ai.openclaw.diagnostics.plugin; // not for a class of it: deployed by name, it must be there
    requires io.vertx.core;
    requires io.vertx.web;
}
