package ai.openclaw.diagnostics.spi;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.AuthenticationHandler;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Gateway gives to its plugins.
 *
 * @param channel where the Gateway publishes its diagnostic events; what a plugin that did not come with the Gateway
 *     publishes there is untrusted, whatever it says
 * @param router where plugins mount routes
 * @param authentication the Gateway's operator authentication
 * @param redactPatterns the configuration's {@code logging.redactPatterns}
 * @param config the configuration's {@code plugins.entries.<id>.config} for this plugin: maps, lists, strings, numbers,
 *     booleans and null, unmodifiable, references to environment variables replaced; may hold secrets
 */
public record GatewayContext(
        DiagnosticsChannel channel,
        Router router,
        AuthenticationHandler authentication,
        List<String> redactPatterns,
        Map<String, @Nullable Object> config) {

    /** Copies the patterns and the top level of the configuration. */
    public GatewayContext {
        redactPatterns = List.copyOf(redactPatterns);
        config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    }

    /** Returns this context with another configuration. */
    public GatewayContext withConfig(Map<String, @Nullable Object> other) {
        return new GatewayContext(channel, router, authentication, redactPatterns, other);
    }

    /** Returns the name of the type alone: the configuration may hold secrets. */
    @Override
    public String toString() {
        return "GatewayContext";
    }
}
