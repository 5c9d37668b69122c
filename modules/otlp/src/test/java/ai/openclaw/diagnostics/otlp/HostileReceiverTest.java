package ai.openclaw.diagnostics.otlp;

import static io.vertx.core.Future.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that no server library would send: each comes to an end, and the next export is not affected. */
class HostileReceiverTest {

    private static final long PATIENCE_MS = 60_000;
    private static final long SHORT_MS = 500;
    private static final String BODY = "body";

    private final Vertx vertx = Vertx.vertx();

    /** Writes what answers one request; the connection is closed after it. */
    private interface Answer {
        void write(OutputStream out) throws IOException;
    }

    @AfterEach
    void close() {
        await(vertx.close());
    }

    private static Answer text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Repeats a text after another until the client closes the connection. */
    private static Answer endless(String first, String repeated) {
        return out -> {
            text(first).write(out);
            while (true) {
                text(repeated).write(out);
            }
        };
    }

    static Stream<Arguments> answers() {
        String ok = "HTTP/1.1 200 OK\r\n";
        String kilobyte = "x".repeat(1_024);
        return Stream.of(
                arguments("HTTP/1.0 without a length", text("HTTP/1.0 200 OK\r\n\r\n"), PATIENCE_MS, ""),
                arguments("no content", text("HTTP/1.1 204 No Content\r\n\r\n"), PATIENCE_MS, ""),
                arguments("two answers", text((ok + "Content-Length: 0\r\n\r\n").repeat(2)), PATIENCE_MS, ""),
                arguments("a gigabyte", endless(ok + "Content-Length: 1073741824\r\n\r\n", kilobyte), PATIENCE_MS, ""),
                arguments(
                        "endless chunks",
                        endless(ok + "Transfer-Encoding: chunked\r\n\r\n", "400\r\n" + kilobyte + "\r\n"),
                        PATIENCE_MS,
                        ""),
                arguments(
                        "closed in the body", text(ok + "Content-Length: 9\r\n\r\n"), PATIENCE_MS, "connection failed"),
                arguments("closed in the headers", text(ok), PATIENCE_MS, "connection failed"),
                arguments("closed without a word", text(""), PATIENCE_MS, "connection failed"),
                arguments("no HTTP", text("\0\1\2\r\n\r\n"), PATIENCE_MS, "connection failed"),
                arguments("endless header", endless(ok + "X: ", kilobyte), PATIENCE_MS, "connection failed"),
                arguments("endless headers", endless(ok, "X: y\r\n"), PATIENCE_MS, "connection failed"),
                arguments(
                        "another protocol",
                        text("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\nx"),
                        PATIENCE_MS,
                        "status 101"),
                arguments("status 999", text("HTTP/1.1 999 X\r\n\r\n"), PATIENCE_MS, "status 999"),
                arguments("continue for ever", endless("", "HTTP/1.1 100 Continue\r\n\r\n"), SHORT_MS, "timeout"),
                arguments("early hints for ever", endless("", "HTTP/1.1 103 Early\r\n\r\n"), SHORT_MS, "timeout"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void anAnswerOfAnyKindEndsTheExport(String name, Answer answer, long timeoutMs, String reason) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            thread(() -> serve(server, answer));
            assertThat(send(server.getLocalPort(), timeoutMs))
                    .isEqualTo(reason.isEmpty() ? ExportResult.sent(0) : ExportResult.failed(reason));
        }
    }

    /** The close must not wait until what was written has gone out: it never does. */
    @Test
    void aReceiverThatReadsNothingHoldsNeitherConnectionNorBody() throws IOException {
        int length = 64 << 20; // more than the kernel takes
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            assertThat(send(server.getLocalPort(), SHORT_MS, Buffer.buffer(new byte[length])))
                    .isEqualTo(ExportResult.failed("timeout"));
            try (Socket connection = server.accept()) {
                assertThat(connection.getInputStream().transferTo(OutputStream.nullOutputStream()))
                        .isLessThan(length);
            }
        }
    }

    /** The answer alone does not make it sent: what has not gone out yet must follow. */
    @Test
    void aReceiverThatAnswersBeforeItReadsGetsTheWholeBody() throws Exception {
        int length = 64 << 20; // more than the kernel takes
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            FutureTask<Long> read = new FutureTask<>(() -> answerThenRead(server));
            thread(read);
            assertThat(send(server.getLocalPort(), PATIENCE_MS, Buffer.buffer(new byte[length])))
                    .isEqualTo(ExportResult.sent(0));
            await(vertx.close());
            assertThat(read.get()).isGreaterThan(length);
        }
    }

    /** Both ends may use and close a kept connection at the same time: that costs no export, not even the last one. */
    @Test
    void aKeptConnectionThatClosesUnderARequestIsReplaced() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            thread(new FutureTask<>(() -> closeUnderTheSecondRequest(server)));
            RetryingClient client = client(server.getLocalPort(), PATIENCE_MS);
            assertThat(await(client.send(Buffer.buffer(BODY)))).isEqualTo(ExportResult.sent(0));
            assertThat(await(client.send(Buffer.buffer(BODY)))).isEqualTo(ExportResult.sent(0));
        }
    }

    private static Void closeUnderTheSecondRequest(ServerSocket server) throws IOException {
        Answer ok = text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        try (Socket connection = server.accept()) {
            readRequest(connection);
            ok.write(connection.getOutputStream());
            connection.getInputStream().read();
        }
        serve(server, ok);
        return null;
    }

    /** Returns how many bytes came until the client closed the connection. */
    private static long answerThenRead(ServerSocket server) throws IOException {
        try (Socket connection = server.accept()) {
            text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").write(connection.getOutputStream());
            return connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    private ExportResult send(int port, long timeoutMs) {
        return send(port, timeoutMs, Buffer.buffer(BODY));
    }

    private ExportResult send(int port, long timeoutMs, Buffer body) {
        return await(client(port, timeoutMs).send(body));
    }

    /** Returns a client that tries once. */
    private RetryingClient client(int port, long timeoutMs) {
        OtlpEndpoint endpoint = OtlpSettings.of(
                        Map.of("endpoint", "http://127.0.0.1:" + port),
                        Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", Long.toString(timeoutMs)))
                .endpoints()
                .get(Signal.METRICS);
        RetryingClient client = new RetryingClient(vertx, endpoint);
        client.retryNoMore();
        return client;
    }

    private static void serve(ServerSocket server, Answer answer) {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                readRequest(connection);
                answer.write(connection.getOutputStream());
                connection.shutdownOutput();
            } catch (IOException closed) {
                // by the client, or the test has ended
            }
        }
    }

    private static void readRequest(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        while (!in.readLine().isEmpty()) {
            // headers
        }
        in.read(new char[BODY.length()]);
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "hostile-receiver");
        thread.setDaemon(true);
        thread.start();
    }
}
