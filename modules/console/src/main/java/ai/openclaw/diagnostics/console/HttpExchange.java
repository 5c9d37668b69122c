package ai.openclaw.diagnostics.console;

import ai.openclaw.diagnostics.console.GatewayClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the response of a connection that the server closes behind it. */
final class HttpExchange {

    private static final Pattern HEAD = Pattern.compile("HTTP/1\\.[01] (\\d{3}) .*?\r\n\r\n", Pattern.DOTALL);
    private static final Pattern CHUNKED = Pattern.compile("(?i)\r\ntransfer-encoding: *chunked\r\n");

    private HttpExchange() {}

    /** Reads a response of at most so many bytes; what is no HTTP has the status 0. */
    static Answer read(Socket socket, int maxBytes, long deadline) throws IOException {
        String response = new String(bytes(socket, maxBytes, deadline), StandardCharsets.ISO_8859_1);
        Matcher head = HEAD.matcher(response);
        if (!head.lookingAt()) {
            return new Answer(0, "what listens there is no Gateway");
        }
        String body = response.substring(head.end());
        String whole = CHUNKED.matcher(head.group()).find() ? unchunked(body) : body;
        return new Answer(
                Integer.parseInt(head.group(1)),
                new String(whole.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip());
    }

    private static byte[] bytes(Socket socket, int maxBytes, long deadline) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] chunk = new byte[8192];
        while (response.size() < maxBytes) {
            socket.setSoTimeout(leftMs(deadline));
            int read = in.read(chunk);
            if (read < 0) {
                break;
            }
            response.write(chunk, 0, read);
        }
        return response.toByteArray();
    }

    private static String unchunked(String body) throws IOException {
        StringBuilder whole = new StringBuilder();
        for (int at = 0; ; ) {
            int end = body.indexOf("\r\n", at);
            int size = end < 0 ? -1 : size(body.substring(at, end));
            if (size == 0) {
                return whole.toString();
            }
            if (size < 0 || end + 2 + size > body.length()) {
                throw new IOException("the response was cut off");
            }
            whole.append(body, end + 2, end + 2 + size);
            at = end + 4 + size;
        }
    }

    private static int size(String hex) {
        return hex.matches("[0-9a-fA-F]{1,7}") ? Integer.parseInt(hex, 16) : -1;
    }

    /**
     * Returns how long there still is, at least a millisecond.
     *
     * @throws SocketTimeoutException if there is no time left
     */
    static int leftMs(long deadline) throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) left;
    }
}
