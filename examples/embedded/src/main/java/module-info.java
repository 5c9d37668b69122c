/** A Gateway of one's own with the exporter in it. */
module com.example.gateway {
    requires ai.openclaw.diagnostics.plugin;
    requires io.vertx.auth.common;
}
