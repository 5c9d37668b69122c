package ai.openclaw.diagnostics.spi;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.AuthenticationHandler;
import java.util.List;

/**
 * What a Gateway gives to its plugins.
 *
 * @param channel where the Gateway publishes its diagnostic events; what a plugin that did not come with the Gateway
 *     publishes there is untrusted, whatever it says
 * @param router where plugins mount routes
 * @param authentication the Gateway's operator authentication
 * @param redactPatterns the configuration's {@code logging.redactPatterns}
 */
public record GatewayContext(
        DiagnosticsChannel channel, Router router, AuthenticationHandler authentication, List<String> redactPatterns) {

    /** Copies the patterns. */
    public GatewayContext {
        redactPatterns = List.copyOf(redactPatterns);
    }
}
