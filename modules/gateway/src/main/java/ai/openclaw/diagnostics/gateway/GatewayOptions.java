package ai.openclaw.diagnostics.gateway;

import java.util.List;

/**
 * What a Gateway is started with.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any that is free
 * @param token what operators present
 * @param exporterEnabled whether the Prometheus exporter is deployed
 * @param diagnosticsEnabled whether published events reach anybody
 * @param redactPatterns what no label may hold, beside the built-in patterns
 */
record GatewayOptions(
        String host,
        int port,
        OperatorToken token,
        boolean exporterEnabled,
        boolean diagnosticsEnabled,
        List<String> redactPatterns) {

    static final String LOOPBACK = "127.0.0.1";
    static final int DEFAULT_PORT = 18789;

    GatewayOptions {
        redactPatterns = List.copyOf(redactPatterns);
        if (port < 0 || port > 65535) {
            throw GatewayException.unusable(
                    "The port is " + port + ", but must be 1 to 65535, or 0 for any that is free.");
        }
    }
}
