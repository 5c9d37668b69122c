package ai.openclaw.diagnostics.console;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.Settings;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a Gateway is asked.
 *
 * @param host a name or an address
 * @param tls whether it speaks HTTPS
 * @param certificate the one certificate that is trusted; null for those that Java trusts
 */
public record GatewayAddress(
        String host, int port, boolean tls, @Nullable Path certificate) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Returns the address at which settings let a Gateway listen; where that is any, loopback. */
    public static GatewayAddress of(Settings settings) {
        Path certificate = settings.tls().map(tls -> tls.certificate().value()).orElse(null);
        return new GatewayAddress(
                asked(settings.host()), settings.port().value(), settings.tls().isPresent(), certificate);
    }

    /**
     * Returns the address of a URL such as {@code https://gateway.example:18789}.
     *
     * @param settings says which certificate is trusted, if the URL is that of the Gateway of these settings
     * @throws GatewayException if the URL is not of this form
     */
    public static GatewayAddress of(String url, Settings settings) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean bare = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if (uri.getHost() == null || !bare || !scheme.matches("https?|wss?")) {
                throw new URISyntaxException("", "no URL of a Gateway");
            }
            boolean tls = scheme.equals("https") || scheme.equals("wss");
            int defaultPort = tls ? HTTPS : HTTP;
            int port = uri.getPort() < 0 ? defaultPort : uri.getPort();
            GatewayAddress own = of(settings);
            return new GatewayAddress(uri.getHost(), port, tls, port == own.port ? own.certificate : null);
        } catch (URISyntaxException e) {
            throw GatewayException.unusable(
                    "--url: must be of the form http://HOST:PORT or https://HOST:PORT, without user, password or query");
        }
    }

    private static String asked(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress() ? "127.0.0.1" : host;
        } catch (UnknownHostException e) {
            return host;
        }
    }

    /** Returns it as a URL without a path. */
    @Override
    public String toString() {
        String written = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return (tls ? "https://" : "http://") + written + ":" + port;
    }
}
