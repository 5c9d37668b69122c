package ai.openclaw.diagnostics.http.route;

import static ai.openclaw.diagnostics.http.route.RawClient.send;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A server with limits that are small enough to reach, and clients that write and read bytes as they please. */
final class LimitedServer implements AutoCloseable {

    static final Duration NEVER = Duration.ofMinutes(10);

    /** Four connections, heads of 1 KiB, a thousand requests to a connection, and no limit of time. */
    static final HttpLimits PATIENT = new HttpLimits(4, 1024, 1000, NEVER, NEVER, NEVER, NEVER);

    final Vertx vertx = Vertx.vertx();
    /** Requests for {@code /held} and {@code /large}, which the test answers or looks at. */
    final Queue<RoutingContext> held = new ConcurrentLinkedQueue<>();

    private final List<Socket> sockets = new ArrayList<>();
    private int port;

    void serve(HttpLimits limits) throws Exception {
        Router router = Router.router(vertx);
        router.route("/").handler(context -> context.end("here"));
        router.route("/held").handler(held::add);
        router.route("/body").handler(context -> context.request().body().onSuccess(body -> context.end("all")));
        router.route("/fails").handler(context -> context.fail(new IllegalStateException("on purpose")));
        router.route("/unauthorized").handler(context -> context.fail(401));
        router.route("/forbidden").handler(context -> context.fail(403));
        router.route("/large").handler(context -> {
            held.add(context);
            context.end("#".repeat(16 << 20));
        });
        HttpServer server = HttpServers.create(vertx, limits, router);
        port = ServedRouter.await(server.listen(0, "127.0.0.1")).actualPort();
    }

    void awaitHeld(int count) throws InterruptedException {
        while (held.size() < count) { // the time limit of tests ends that if it never comes
            Thread.sleep(10);
        }
    }

    static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    String ask() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            send(socket, request("/"));
            return head(socket);
        }
    }

    Socket open() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(20_000);
        sockets.add(socket);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    /** Reads the head of a response, and the body that its length says. */
    static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        head.toString()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length: "))
                .findFirst()
                .ifPresent(line -> skip(socket, Integer.parseInt(line.substring("content-length: ".length()))));
        return head.toString();
    }

    private static void skip(Socket socket, int bytes) {
        try {
            socket.getInputStream().skipNBytes(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a byte now and then, each well within the time; false if the connection is still open after ten times it. */
    static boolean dripUntilClosed(Socket socket) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try {
            while (System.nanoTime() < end) {
                send(socket, "x");
                Thread.sleep(100);
            }
        } catch (IOException closed) {
            return true;
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        vertx.close(); // not waited for: what stalls would make it wait
    }
}
