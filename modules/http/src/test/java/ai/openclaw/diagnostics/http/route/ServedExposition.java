package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Exposition;
import ai.openclaw.diagnostics.http.route.ServedRouter.Answer;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** An exposition on a socket, for callers who may read it. */
final class ServedExposition implements AutoCloseable {

    private final ServedRouter served = new ServedRouter();
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

    ServedExposition(Exposition exposition) throws Exception {
        served.vertx.exceptionHandler(uncaught::add);
        ScrapeRoute.of(served.vertx, exposition).mount(served.router, ServedRouter.caller("operator.read"));
    }

    Future<Answer> ask(Map<String, String> headers) {
        return served.ask(HttpMethod.GET, ScrapeRoute.PATH, headers);
    }

    /** Sends a request over a socket with a small window, and reads nothing of the answer. */
    Socket stalled(String... headers) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), served.port()));
        String request = "GET " + ScrapeRoute.PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + Arrays.stream(headers).map(it -> it + "\r\n").collect(Collectors.joining()) + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Returns what was thrown on event loops and not caught. */
    Collection<Throwable> uncaught() {
        return uncaught;
    }

    @Override
    public void close() {
        served.close();
    }
}
