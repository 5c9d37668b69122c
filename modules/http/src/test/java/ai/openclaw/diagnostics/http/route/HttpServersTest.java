package ai.openclaw.diagnostics.http.route;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hostile clients can take of a server: connections, time and memory, with limits that are small enough to reach. */
class HttpServersTest {

    private static final Duration NEVER = Duration.ofMinutes(10);
    private static final HttpLimits PATIENT = new HttpLimits(4, 1024, 1000, NEVER, NEVER, NEVER, NEVER);

    private final Vertx vertx = Vertx.vertx();
    private final List<Socket> sockets = new ArrayList<>();
    private final Queue<RoutingContext> held = new ConcurrentLinkedQueue<>();
    private int port;

    @AfterEach
    void close() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        vertx.close(); // not waited for: what stalls would make it wait
    }

    @Test
    void silentConnectionsGiveWayToClientsThatAsk() throws Exception {
        serve(PATIENT);
        Socket[] silent = {open(), open(), open(), open()};
        askUntilClosed(silent[0]);
    }

    @Test
    void unfinishedHeadsGiveWayToClientsThatAsk() throws Exception {
        serve(PATIENT);
        Socket[] unfinished = {open(), open(), open(), open()};
        for (Socket socket : unfinished) {
            send(socket, "GET / HTTP/1.1\r\nX: ");
        }
        askUntilClosed(unfinished[0]);
    }

    /** However many connections there are, a request that comes at once is answered. */
    private void askUntilClosed(Socket socket) throws IOException {
        socket.setSoTimeout(10);
        while (!isClosed(socket)) { // the time limit of tests ends that if it never comes
            assertThat(ask()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aConnectionThatHasBeenUsedOutlivesThoseThatNeverWere() throws Exception {
        serve(PATIENT);
        Socket used = open();
        send(used, request("/"));
        assertThat(head(used)).startsWith("HTTP/1.1 200 ");
        Socket[] silent = {open(), open()};
        ask(); // an answer means that the server knows of those before
        Thread.sleep(OpenConnections.PATIENCE_MS + 1); // from then on they may be given up
        open();
        open();
        assertThat(isClosed(silent[0])).isTrue();
        send(used, request("/"));
        assertThat(head(used)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void requestsUnderWayDoNotGiveWay() throws Exception {
        serve(PATIENT);
        List<Socket> asking = new ArrayList<>();
        for (int i = 0; i < 2 * PATIENT.connections(); i++) {
            asking.add(open());
            send(asking.get(i), request("/held"));
            awaitHeld(i + 1);
        }
        assertThat(isClosed(open())).as("the last room is taken").isTrue();
        held.forEach(context -> vertx.runOnContext(now -> context.end("late")));
        for (Socket socket : asking) {
            assertThat(head(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aByteNowAndThenDoesNotExtendTheTimeForAHead() throws Exception {
        serve(PATIENT.withHeaderTimeout(Duration.ofMillis(600)));
        Socket socket = open();
        send(socket, "GET / HTTP/1.1\r\n");
        assertThat(dripUntilClosed(socket)).isTrue();
    }

    @Test
    void norDoesItExtendTheTimeForTheNextHead() throws Exception {
        serve(PATIENT.withIdleTimeout(Duration.ofMillis(600)));
        Socket socket = open();
        send(socket, request("/"));
        assertThat(head(socket)).startsWith("HTTP/1.1 200 ");
        send(socket, "GET / HTTP/1.1\r\n");
        assertThat(dripUntilClosed(socket)).isTrue();
    }

    @Test
    void norDoesItExtendTheTimeForABody() throws Exception {
        serve(PATIENT.withBodyTimeout(Duration.ofMillis(600)));
        Socket socket = open();
        send(socket, "POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
        assertThat(dripUntilClosed(socket)).isTrue();
    }

    @Test
    void unreadBodyClosesItsConnection() throws Exception {
        serve(PATIENT.withBodyTimeout(Duration.ofMillis(600)));
        Socket socket = open();
        send(socket, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
        assertThat(head(socket)).startsWith("HTTP/1.1 200 ");
        assertThat(dripUntilClosed(socket)).isTrue();
    }

    @Test
    void aClientThatDoesNotReadIsCut() throws Exception {
        serve(PATIENT.withStallTimeout(Duration.ofMillis(800)));
        Socket socket = open();
        send(socket, request("/large"));
        awaitHeld(1);
        RoutingContext context = held.remove();
        context.addEndHandler(ended -> held.add(context));
        awaitHeld(1); // a closed connection ends it
    }

    @Test
    void aConnectionIsClosedAfterItsLastRequest() throws Exception {
        serve(new HttpLimits(4, 1024, 3, NEVER, NEVER, NEVER, NEVER));
        Socket socket = open();
        for (int i = 0; i < 2; i++) {
            send(socket, request("/"));
            assertThat(head(socket)).startsWith("HTTP/1.1 200 ").doesNotContainIgnoringCase("connection: close");
        }
        send(socket, request("/"));
        assertThat(head(socket)).startsWith("HTTP/1.1 200 ").containsIgnoringCase("connection: close");
        assertThat(isClosed(socket)).isTrue();
    }

    @Test
    void aClientThatSendsManyRequestsAndReadsNothingIsCutOff() throws Exception {
        serve(new HttpLimits(4, 1024, 1_000_000, NEVER, NEVER, NEVER, Duration.ofSeconds(1)));
        Socket socket = open();
        OutputStream out = socket.getOutputStream();
        byte[] many = request("/").repeat(1000).getBytes(ISO_8859_1);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        out.write(many);
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(ask()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aClientThatSendsManyRequestsAtOnceIsCutOff() throws Exception {
        serve(PATIENT);
        Socket socket = open();
        send(socket, request("/").repeat(3 * OpenConnections.MAX_PIPELINED));
        int answered = 0;
        while (head(socket).startsWith("HTTP/1.1 200 ")) {
            answered++;
        }
        assertThat(answered).isLessThanOrEqualTo(OpenConnections.MAX_PIPELINED);
    }

    @Test
    void someRequestsAtOnceAreAnsweredInOrder() throws Exception {
        serve(PATIENT);
        Socket socket = open();
        send(socket, request("/").repeat(OpenConnections.MAX_PIPELINED));
        for (int i = 0; i < OpenConnections.MAX_PIPELINED; i++) {
            assertThat(head(socket)).startsWith("HTTP/1.1 200 ");
        }
        send(socket, request("/"));
        assertThat(head(socket)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aHeadBeyondTheLimitIsRefused() throws Exception {
        serve(PATIENT);
        Socket socket = open();
        send(socket, "GET / HTTP/1.1\r\nX: " + "x".repeat(1024) + "\r\n\r\n");
        assertThat(head(socket)).contains(" 431 ").contains("nosniff");
        socket = open();
        send(socket, "GET /" + "x".repeat(1024) + " HTTP/1.1\r\n\r\n");
        assertThat(head(socket)).contains(" 414 ", "nosniff").contains("nosniff");
    }

    /** It would be a way past the connections' limits: see {@link HttpServers}. */
    @Test
    void http2InClearTextIsNotSpoken() throws Exception {
        serve(PATIENT);
        Socket socket = open();
        send(socket, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        assertThat(head(socket)).contains(" 50").doesNotContain(" 200 ");
        assertThat(isClosed(socket)).isTrue();
    }

    @Test
    void connectionsThatAreClosedLeaveRoom() throws Exception {
        serve(PATIENT);
        for (int i = 0; i < 50; i++) {
            Socket socket = open();
            send(socket, i % 2 == 0 ? request("/held") : "GET");
            socket.close();
        }
        while (!ask().startsWith("HTTP/1.1 200 ")) { // the time limit of tests ends that if it never comes
            Thread.sleep(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/none", "/fails", "/unauthorized", "/forbidden", "/%", "/..%00"})
    void everyAnswerHasTheHeaders(String path) throws Exception {
        serve(PATIENT);
        Socket socket = open();
        send(socket, request(path));
        assertThat(head(socket))
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .containsIgnoringCase("Referrer-Policy: no-referrer")
                .doesNotContain("html");
    }

    /** Also where it is not the project's own handler that refuses. */
    @ParameterizedTest
    @ValueSource(strings = {"/unauthorized", "/forbidden"})
    void noCacheKeepsWhatIsAboutTheCaller(String path) throws Exception {
        serve(PATIENT);
        Socket socket = open();
        send(socket, request(path));
        assertThat(head(socket)).containsIgnoringCase("Cache-Control: no-store");
    }

    @Test
    void limitsBelowTheirMinimumAreRefusedByName() {
        assertThatThrownBy(() -> PATIENT.withConnections(0)).hasMessage("connections: 0, at least 1");
        assertThatThrownBy(() -> PATIENT.withBodyTimeout(Duration.ZERO))
                .hasMessage("bodyTimeout in milliseconds: 0, at least 1");
    }

    private void serve(HttpLimits limits) throws Exception {
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
        port = ServedExposition.await(server.listen(0, "127.0.0.1")).actualPort();
    }

    private void awaitHeld(int count) throws InterruptedException {
        while (held.size() < count) { // the time limit of tests ends that if it never comes
            Thread.sleep(10);
        }
    }

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private String ask() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            send(socket, request("/"));
            return head(socket);
        }
    }

    private Socket open() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(20_000);
        sockets.add(socket);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Reads the head of a response, and the body that its length says. */
    private static String head(Socket socket) throws IOException {
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
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length: "))
                .findFirst()
                .ifPresent(line -> skip(socket, Integer.parseInt(line.substring("content-length: ".length()))));
        return head.toString();
    }

    private static void skip(Socket socket, int bytes) {
        try {
            socket.getInputStream().skipNBytes(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Sends a byte now and then, each well within the time; false if the connection is still open after ten times it. */
    private static boolean dripUntilClosed(Socket socket) throws Exception {
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
}
