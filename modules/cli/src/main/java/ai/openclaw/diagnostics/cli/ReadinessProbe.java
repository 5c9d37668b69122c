package ai.openclaw.diagnostics.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks a Gateway on this machine, once and by a socket, whether it is ready. Needs no credential. */
final class ReadinessProbe {

    private static final int MAX_BYTES = 64 << 10;
    private static final Pattern RESPONSE =
            Pattern.compile("HTTP/1\\.[01] (\\d{3}) .*?\r\n\r\n(\\{.*})\\s*", Pattern.DOTALL);

    private final InetSocketAddress address;
    private final @Nullable Path certificate;
    private final long deadline;

    private ReadinessProbe(InetSocketAddress address, @Nullable Path certificate, int timeoutMs) {
        this.address = address;
        this.certificate = certificate;
        this.deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
    }

    /**
     * What was found out.
     *
     * @param status the HTTP status, 0 if there was no response of a Gateway
     * @param body the JSON object of the response, or why there is none
     */
    record Result(int status, String body) {

        boolean isReady() {
            return status == 200;
        }

        boolean isReachable() {
            return status != 0;
        }
    }

    /**
     * Asks.
     *
     * @param host the address that the Gateway listens on; where that is any, loopback is asked
     * @param certificate the Gateway's certificate, null for HTTP
     * @param timeoutMs how long all of it may take
     */
    static Result ask(String host, int port, @Nullable Path certificate, int timeoutMs) {
        try {
            InetAddress listens = InetAddress.getByName(host);
            InetAddress asked = listens.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listens;
            return new ReadinessProbe(new InetSocketAddress(asked, port), certificate, timeoutMs).ask();
        } catch (SocketTimeoutException e) {
            return new Result(0, "no response within " + timeoutMs + " ms");
        } catch (IOException e) {
            return new Result(0, String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
        }
    }

    private Result ask() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, leftMs());
            return result(exchange(certificate == null ? socket : OwnCertificate.secured(socket, certificate)));
        }
    }

    private String exchange(Socket socket) throws IOException {
        String request = "GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        socket.setSoTimeout(leftMs());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return response(socket);
    }

    private String response(Socket socket) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] chunk = new byte[4096];
        do {
            socket.setSoTimeout(leftMs());
            int read = in.read(chunk);
            if (read < 0) {
                break;
            }
            response.write(chunk, 0, read);
        } while (response.size() < MAX_BYTES);
        return response.toString(StandardCharsets.UTF_8);
    }

    private static Result result(String response) {
        Matcher parts = RESPONSE.matcher(response);
        int status = parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
        boolean known = (status == 200 || status == 503) && parts.group(2).startsWith("{\"ready\":");
        return known ? new Result(status, parts.group(2)) : new Result(0, "what listens there is no Gateway");
    }

    private int leftMs() throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) left;
    }
}
