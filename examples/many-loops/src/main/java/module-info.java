/** A Gateway with an HTTP verticle for each event loop, and one exporter for all of them. */
module com.example.manyloops {
    requires ai.openclaw.diagnostics.plugin;
    requires io.vertx.auth.common;
}
