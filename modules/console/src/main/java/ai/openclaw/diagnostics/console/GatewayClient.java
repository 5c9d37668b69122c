package ai.openclaw.diagnostics.console;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks a Gateway over a socket, one request a connection. For one thread, which waits until the timeout at most. */
public final class GatewayClient {

    /** The path of the readiness probe, which needs no credential. */
    private static final String READINESS = "/readyz";

    private static final int TYPICAL_BYTES = 64 << 10;
    private static final int MAX_BYTES = 24 << 20;

    private final GatewayAddress address;
    private final int timeoutMs;

    private GatewayClient(GatewayAddress address, int timeoutMs) {
        this.address = address;
        this.timeoutMs = timeoutMs;
    }

    /**
     * Returns a client.
     *
     * @param timeoutMs how long all of a request may take
     */
    public static GatewayClient of(GatewayAddress address, int timeoutMs) {
        return new GatewayClient(address, timeoutMs);
    }

    /**
     * What came back.
     *
     * @param status the HTTP status, 0 if there was no response of a Gateway
     * @param body the body of the response, or in words why there is none
     */
    public record Answer(int status, String body) {

        /** Tells whether there was a response. */
        public boolean isReachable() {
            return status != 0;
        }

        /** Tells whether it has the status 200. */
        public boolean isOk() {
            return status == 200;
        }

        /** Returns in words why it is not what an operator's page answers. */
        public String refusal() {
            return switch (status) {
                case 0 -> "no Gateway answers: " + body;
                case 401 -> "the Gateway refuses the credential";
                case 404 -> "what answers there is no Gateway that openclaw gateway run has started";
                case 409 -> "the Gateway is putting another report together";
                case 429 -> "too many wrong credentials; the Gateway has locked this address out for a while";
                default -> "the Gateway answers with status " + status;
            };
        }
    }

    /** Returns where it asks. */
    public GatewayAddress address() {
        return address;
    }

    /** Asks whether a Gateway is ready; what is not one counts as not reachable. */
    public Answer readiness() {
        Answer answer = get(READINESS, null, TYPICAL_BYTES);
        boolean known = (answer.status == 200 || answer.status == 503) && answer.body.startsWith("{\"ready\":");
        return known || !answer.isReachable() ? answer : new Answer(0, "what listens there is no Gateway");
    }

    /**
     * Gets what is at a path.
     *
     * @param secret the operators' token or password, null for none
     */
    public Answer get(String path, @Nullable String secret) {
        return get(path, secret, MAX_BYTES);
    }

    private Answer get(String path, @Nullable String secret, int maxBytes) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), HttpExchange.leftMs(deadline));
            socket.setSoTimeout(HttpExchange.leftMs(deadline)); // of the handshake, too
            Socket spoken = address.tls() ? OwnCertificate.secured(socket, address) : socket;
            spoken.getOutputStream().write(request(path, secret).getBytes(StandardCharsets.UTF_8));
            return HttpExchange.read(spoken, maxBytes, deadline);
        } catch (SocketTimeoutException e) {
            return new Answer(0, "no response within " + timeoutMs + " ms");
        } catch (IOException e) {
            return new Answer(0, reason(e));
        }
    }

    private String request(String path, @Nullable String secret) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + (secret == null ? "" : "Authorization: Bearer " + secret + "\r\n") + "\r\n";
    }

    private static String reason(IOException e) {
        if (e instanceof UnknownHostException) {
            return "the host is not known";
        }
        if (e instanceof SSLException) {
            return "no HTTPS with the certificate that is trusted";
        }
        return e instanceof ConnectException
                ? "connection refused"
                : String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    }
}
