/** Two Gateways in one process, each with a separate exporter. */
module com.example.twogateways {
    requires ai.openclaw.diagnostics.plugin;
    requires io.vertx.auth.common;
}
