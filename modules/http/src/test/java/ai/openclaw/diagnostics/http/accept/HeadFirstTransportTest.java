package ai.openclaw.diagnostics.http.accept;

import static ai.openclaw.diagnostics.http.route.RawClient.isClosed;
import static ai.openclaw.diagnostics.http.route.RawClient.send;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.http.route.HttpLimits;
import ai.openclaw.diagnostics.http.route.HttpServers;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server sees a connection with its first request head, whole and with all that followed it. */
class HeadFirstTransportTest {

    private static final int PATIENCE_MS = (int) TimeUnit.MINUTES.toMillis(2);
    private static final Duration NEVER = Duration.ofMinutes(10);
    private static final HttpLimits LIMITS =
            HttpLimits.DEFAULT.withConnections(4).withHeaderTimeout(NEVER);

    private final List<Closeable> sockets = new ArrayList<>();
    private final Selector ended;
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<String> paths = new ConcurrentLinkedQueue<>();
    private final CountDownLatch blocked = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private Vertx vertx = Vertx.vertx();
    private int port;

    HeadFirstTransportTest() throws IOException {
        ended = Selector.open();
    }

    @AfterEach
    void close() throws Exception {
        release.countDown();
        ended.close();
        for (Closeable socket : sockets) {
            socket.close();
        }
        vertx.close();
    }

    @Test
    void unfinishedHeadsDoNotReachTheServer() throws Exception {
        serve(LIMITS);
        Socket silent = open();
        Socket unfinished = open();
        send(unfinished, "GET / HTTP/1.1\r\nHost: x\r\n");
        assertThat(ask()).startsWith("HTTP/1.1 200 "); // they came first, and would have been seen by now
        assertThat(connections).hasValue(1);
        send(unfinished, "\r\n");
        assertThat(answer(unfinished)).startsWith("HTTP/1.1 200 ");
        send(silent, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer(silent)).startsWith("HTTP/1.1 200 ");
        assertThat(connections).hasValue(3);
    }

    @Test
    void whatFollowsTheHeadArrivesWhole() throws Exception {
        serve(LIMITS);
        Random random = new Random(20261127);
        for (int size : new int[] {0, 1, 2_000, 16_384, 40_000, 300_000}) {
            byte[] body = new byte[size];
            random.nextBytes(body);
            Socket socket = open();
            String head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + size + "\r\n\r\n";
            byte[] all = (head + new String(body, ISO_8859_1)).getBytes(ISO_8859_1);
            int first = random.nextInt(Math.min(all.length, 50_000));
            socket.getOutputStream().write(all, 0, first);
            socket.getOutputStream().write(all, first, all.length - first);
            assertThat(answer(socket)).as("a body of %s bytes", size).contains("sum " + Arrays.hashCode(body) + ".");
        }
    }

    @Test
    void theOldestUnfinishedHeadGivesWay() throws Exception {
        serve(LIMITS);
        Socket oldest = open();
        send(oldest, "GET / HTTP/1.1\r\n");
        for (int i = 0; i < 4 * LIMITS.connections(); i++) {
            open();
        }
        assertThat(isClosed(oldest)).isTrue();
        assertThat(ask()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aHeadHasToCompleteInTime() throws Exception {
        serve(LIMITS.withHeaderTimeout(Duration.ofMillis(300)));
        Socket socket = open();
        send(socket, "GET / HTTP/1.1\r\n");
        assertThat(isClosed(socket)).isTrue();
    }

    @Test
    void neitherSingleRequestsNorProbesWaitBehindPipelinedOnes() throws Exception {
        serve(LIMITS.withConnections(1000));
        send(open(), "GET /block HTTP/1.1\r\nHost: x\r\n\r\n");
        blocked.await(); // from here on the event loop takes up nothing, and the acceptor keeps what comes
        int passedOn = AcceptLimits.PASSED_ON / AcceptLimits.PIPELINED;
        for (int i = 0; i < passedOn + PendingConnections.MAX_READY; i++) {
            pipelining();
        }
        oneMore();
        Socket single = open();
        send(single, "GET /single HTTP/1.1\r\nHost: x\r\n\r\n");
        oneMore();
        Socket probe = open();
        send(probe, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
        oneMore();
        oneMore(); // came when the acceptor had seen one that came behind the probe
        release.countDown();
        assertThat(answer(probe)).startsWith("HTTP/1.1 200 ");
        assertThat(answer(single)).startsWith("HTTP/1.1 200 ");
        List<String> order = List.copyOf(paths);
        assertThat(order.indexOf("/health")).isLessThan(order.indexOf("/single"));
        assertThat(order.indexOf("/single")).isLessThan(2 * passedOn + 10);
    }

    /**
     * One pipelining connection too many: one of those that wait is closed, and then the acceptor has seen them all. Which
     * one is up to the selector if several became readable at once.
     */
    private void oneMore() throws IOException {
        pipelining();
        assertThat(ended.select(PATIENCE_MS)).as("connections that were closed").isOne();
        ended.selectedKeys().forEach(SelectionKey::cancel);
        ended.selectedKeys().clear();
    }

    /** A connection that no one reads from: it becomes readable when it is closed. */
    private void pipelining() throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        sockets.add(channel);
        channel.write(ByteBuffer.wrap(
                "GET /flood HTTP/1.1\r\nHost: x\r\n\r\n".repeat(2).getBytes(ISO_8859_1)));
        channel.configureBlocking(false);
        channel.register(ended, SelectionKey.OP_READ);
    }

    @Test
    void serversOfOtherProtocolsMaySpeakFirst() throws Exception {
        vertx.close();
        vertx = Vertx.builder().withTransport(HttpServers.transport(LIMITS)).build();
        int other = vertx.createNetServer()
                .connectHandler(socket -> socket.write("hello\n"))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), other)) {
            assertThat(socket.getInputStream().readNBytes(6)).isEqualTo("hello\n".getBytes(ISO_8859_1));
        }
    }

    private void serve(HttpLimits limits) throws Exception {
        vertx.close();
        vertx = Vertx.builder().withTransport(HttpServers.transport(limits)).build();
        HttpServer server = vertx.createHttpServer(HttpServers.options(limits))
                .connectionHandler(connection -> connections.incrementAndGet())
                .requestHandler(request -> {
                    paths.add(request.path());
                    if (request.path().equals("/block")) {
                        blocked.countDown();
                        awaitRelease();
                    }
                    request.body()
                            .onSuccess(body -> request.response().end("sum " + Arrays.hashCode(body.getBytes()) + "."));
                });
        port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String ask() throws IOException {
        Socket socket = open();
        send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        return answer(socket);
    }

    private Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        sockets.add(socket);
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf(".", answer.indexOf("sum") + 1) < 0 || answer.indexOf("sum") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            answer.append((char) next);
        }
        return answer.toString();
    }
}
