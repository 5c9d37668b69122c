/** A plugin for the Gateway. */
module com.example.greeter {
    requires ai.openclaw.diagnostics.spi;

    provides ai.openclaw.diagnostics.spi.GatewayPlugin with
            com.example.greeter.GreeterPlugin;
}
