/**
 * Plugins: found beside the Gateway, in the state folder and in folders, activated by configuration, started
 * and stopped within limits.
 * The Gateway starts them, the command line lists and installs them.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.pluginhost {
    requires static org.jspecify;
    requires ai.openclaw.diagnostics.files;
    requires ai.openclaw.diagnostics.policy;
    requires transitive ai.openclaw.diagnostics.config;
    requires transitive ai.openclaw.diagnostics.spi;
    requires io.vertx.core;

    exports ai.openclaw.diagnostics.pluginhost;

    uses ai.openclaw.diagnostics.spi.GatewayPlugin;
}
