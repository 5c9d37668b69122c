/** Two Gateways in one process, each with an exporter of its own. */
module com.example.twogateways {
    requires ai.openclaw.diagnostics.plugin;
    requires io.vertx.auth.common;
}
