package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.otlp.OtlpSource.Found;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a signal is sent to.
 *
 * @param uri an http or https URL with the whole path
 * @param headers sent with every request
 * @param timeoutMs how long an export may take, with all its retries
 * @param gzip whether bodies are compressed
 * @param tls what TLS is made with, if the URL is https
 */
record OtlpEndpoint(URI uri, Headers headers, long timeoutMs, boolean gzip, OtlpTls tls) {

    private static final String ALLOWED = "an http or https URL, such as http://127.0.0.1:4318";
    private static final String ALLOWED_HOST =
            "a host of letters, digits, \"-\" and \".\", or an address; with another name, use the address";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MAX_PORT = 65_535;
    private static final Pattern SIGNAL_PATH =
            Pattern.compile("^(.*)/v1/(traces|metrics|logs)$", Pattern.CASE_INSENSITIVE);

    boolean isTls() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Returns the host as it is connected to: an IPv6 address without its brackets. */
    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Returns the port, also where the URL leaves it to its scheme. */
    int port() {
        return uri.getPort() > 0 ? uri.getPort() : isTls() ? HTTPS : HTTP;
    }

    /** Returns what the header host says: an IPv6 address in its brackets, and a port that is not the scheme's. */
    String authority() {
        return port() == (isTls() ? HTTPS : HTTP) ? uri.getHost() : uri.getHost() + ":" + port();
    }

    /** Returns what a request line has of the URL. */
    String requestUri() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Checks a URL that is for one signal only: used as it is. */
    static URI exact(Found url) {
        return checked(url);
    }

    /**
     * Returns the URL of a signal from one that is for all: its path is appended, or takes the place of another signal's; the
     * query stays.
     */
    static URI shared(Found url, Signal signal) {
        URI base = checked(url);
        String path = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
        Matcher other = SIGNAL_PATH.matcher(path);
        String prefix = other.matches() ? other.group(1) : path;
        String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + prefix + "/" + signal.path() + query);
    }

    private static URI checked(Found url) {
        URI uri = parsed(url);
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https") || uri.getRawAuthority() == null) {
            throw url.notAllowed(ALLOWED);
        }
        if (uri.getRawAuthority().contains("@")) {
            throw url.refused("has a credential in the URL; put it into headers");
        }
        if (uri.getHost() == null) {
            throw url.notAllowed(ALLOWED_HOST);
        }
        if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            throw url.notAllowed("a port from 1 to " + MAX_PORT);
        }
        return uri;
    }

    /** Returns a URL as a request has it: in ASCII. */
    private static URI parsed(Found url) {
        try {
            return new URI(new URI(url.text()).toASCIIString());
        } catch (URISyntaxException e) {
            throw url.notAllowed(ALLOWED);
        }
    }

    /** Without the URL, whose query may hold a key. */
    @Override
    public String toString() {
        return "OtlpEndpoint[" + headers + ", " + tls + "]";
    }
}
