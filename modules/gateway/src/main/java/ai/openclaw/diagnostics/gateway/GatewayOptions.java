package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.auth.AttemptLimit;
import ai.openclaw.diagnostics.auth.OperatorSecret;
import ai.openclaw.diagnostics.pluginhost.DiscoveredPlugin;
import ai.openclaw.diagnostics.pluginhost.PluginActivation;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a Gateway is started with.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any that is free
 * @param secret what operators present
 * @param rateLimit how wrong credentials are limited, null for not at all
 * @param trustedProxies addresses and CIDR blocks whose word about a caller's address is taken
 * @param plugins what is deployed
 * @param activations by id, which of the plugins there are is on, and why
 * @param diagnosticsEnabled whether published events reach subscribers
 * @param ingest whether other processes may send events over HTTP
 * @param redactPatterns what no label may hold, beside the built-in patterns
 * @param stateDirectory the folder whose state readiness depends on, null for none
 * @param drainMs how long a Gateway that is stopped still serves, not ready, if it is probed
 * @param tls the certificate for HTTPS, null for HTTP
 */
public record GatewayOptions(
        String host,
        int port,
        OperatorSecret secret,
        @Nullable AttemptLimit rateLimit,
        List<String> trustedProxies,
        List<DiscoveredPlugin> plugins,
        Map<String, PluginActivation> activations,
        boolean diagnosticsEnabled,
        boolean ingest,
        List<String> redactPatterns,
        @Nullable Path stateDirectory,
        int drainMs,
        @Nullable TlsFiles tls) {

    static final String LOOPBACK = "127.0.0.1";

    public GatewayOptions {
        trustedProxies = List.copyOf(trustedProxies);
        plugins = List.copyOf(plugins);
        activations = Collections.unmodifiableMap(new TreeMap<>(activations));
        redactPatterns = List.copyOf(redactPatterns);
    }
}
