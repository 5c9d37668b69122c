package ai.openclaw.diagnostics.http.route;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** What a client does that writes HTTP by hand. */
public final class RawClient {

    private RawClient() {}

    /** Sends a text. */
    public static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Tells whether the server has closed the connection; waits as long as the socket does. */
    public static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
