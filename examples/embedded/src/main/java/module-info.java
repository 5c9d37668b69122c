/** A Gateway that embeds the exporter. */
module com.example.gateway {
    requires ai.openclaw.diagnostics.plugin;
    requires io.vertx.auth.common;
}
