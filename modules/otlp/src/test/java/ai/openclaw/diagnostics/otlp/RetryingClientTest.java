package ai.openclaw.diagnostics.otlp;

import static io.vertx.core.Future.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server: what is tried again and what is not. */
class RetryingClientTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        await(vertx.close());
    }

    private int serve(Handler<HttpServerRequest> handler) {
        return serve("127.0.0.1", handler);
    }

    private int serve(String address, Handler<HttpServerRequest> handler) {
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    requests.incrementAndGet();
                    bodies.add(body.toString());
                    handler.handle(request);
                }))
                .listen(0, address));
        return server.actualPort();
    }

    private RetryingClient client(int port, long timeoutMs) {
        return client("127.0.0.1", port, timeoutMs);
    }

    private RetryingClient client(String host, int port, long timeoutMs) {
        Map<String, String> environment = Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", Long.toString(timeoutMs));
        Map<String, Object> config = Map.of("endpoint", "http://" + host + ":" + port, "headers", Map.of("x-key", "v"));
        return new RetryingClient(
                vertx, OtlpSettings.of(config, environment).endpoints().get(Signal.METRICS));
    }

    private ExportResult send(int port, long timeoutMs) {
        return await(client(port, timeoutMs).send(Buffer.buffer("body")));
    }

    @Test
    void anExportIsOnePostWithItsHeaders() {
        int port = serve(request -> {
            boolean right = request.path().equals("/v1/metrics")
                    && "v".equals(request.getHeader("x-key"))
                    && "application/x-protobuf".equals(request.getHeader("content-type"));
            request.response().setStatusCode(right ? 200 : 400).end();
        });
        assertThat(send(port, 10_000)).isEqualTo(ExportResult.sent(0));
        assertThat(bodies).containsExactly("body");
    }

    @Test
    void anAddressOfIpv6HasItsBracketsInTheHeader() {
        assumeTrue(hasIpv6(), "*** NOT TESTED *** no IPv6 on this machine");
        int port = serve("::1", request -> {
            bodies.add(request.getHeader("host"));
            request.response().end();
        });
        assertThat(await(client("[::1]", port, 10_000).send(Buffer.buffer("body")))
                        .sent())
                .isTrue();
        assertThat(bodies).containsExactly("body", "[::1]:" + port);
    }

    private static boolean hasIpv6() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void aStatusThatPassesIsTriedAgainAfterAsLongAsAsked(int status) {
        int port = serve(request -> request.response()
                .setStatusCode(requests.get() < 3 ? status : 200)
                .putHeader("Retry-After", "0")
                .end());
        assertThat(send(port, 10_000).sent()).isTrue();
        assertThat(requests).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413, 500, 501})
    void anyOtherStatusIsNotTriedAgain(int status) {
        int port = serve(request -> request.response().setStatusCode(status).end());
        assertThat(send(port, 10_000)).isEqualTo(ExportResult.failed("status " + status));
        assertThat(requests).hasValue(1);
    }

    @Test
    void aTryThatWouldBeginAfterTheTimeoutIsNotMade() {
        int port = serve(request -> request.response()
                .setStatusCode(503)
                .putHeader("Retry-After", "3600")
                .end());
        assertThat(send(port, 2_000)).isEqualTo(ExportResult.failed("status 503", 3_600_000));
        assertThat(requests).hasValue(1);
    }

    @Test
    void aConnectionThatIsRefusedOrResetOrSilentFailsInTime() {
        assertThat(send(1, 300).sent()).isFalse();
        int resetting = serve(request -> request.connection().close());
        assertThat(send(resetting, 300).sent()).isFalse();
        int silent = serve(request -> {});
        assertThat(send(silent, 300)).isEqualTo(ExportResult.failed("timeout"));
    }

    /** There is one connection: a receiver that holds it must not hold up the exports that follow. */
    @Test
    void aSilentReceiverOccupiesNoConnection() {
        int port = serve(request -> {
            if (requests.get() % 2 == 0) {
                request.response().end();
            }
        });
        RetryingClient client = client(port, 300);
        for (int i = 0; i < 3; i++) {
            assertThat(await(client.send(Buffer.buffer("body")))).isEqualTo(ExportResult.failed("timeout"));
            assertThat(await(client(port, 10_000).send(Buffer.buffer("body"))).sent())
                    .isTrue();
        }
        assertThat(requests).hasValue(6);
    }

    /** A last export may begin after the end: it fails, and is no bug to report. */
    @Test
    void anExportAfterTheEndFails() {
        RetryingClient client = client(serve(request -> request.response().end()), 10_000);
        await(client.close());
        assertThat(await(client.send(Buffer.buffer("body")))).isEqualTo(ExportResult.failed("connection failed"));
        assertThat(requests).hasValue(0);
    }

    @Test
    void aRetryIsNotWaitedForAtTheEnd() throws Exception {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        int port = serve(request -> request.response()
                .setStatusCode(503)
                .putHeader("Retry-After", "9")
                .end()
                .onComplete(done -> answered.complete(null)));
        RetryingClient client = client(port, 10_000);
        Future<ExportResult> result = client.send(Buffer.buffer("body"));
        answered.join();
        client.retryNoMore();
        assertThat(await(result).reason()).isEqualTo("status 503");
        assertThat(await(client.send(Buffer.buffer("body"))).sent()).isFalse();
        assertThat(requests).hasValue(2);
    }

    @Test
    void aRedirectIsNotFollowedWithItsHeaders() {
        int port = serve(request -> request.response()
                .setStatusCode(307)
                .putHeader("Location", "http://127.0.0.1:1/")
                .end());
        assertThat(send(port, 10_000)).isEqualTo(ExportResult.failed("status 307"));
        assertThat(requests).hasValue(1);
    }

    @Test
    void whatTheReceiverRejectedIsRead() {
        byte[] partial = {0x0a, 0x07, 0x08, (byte) 0xac, 0x02, 0x12, 0x02, 'n', 'o'}; // 300, "no"
        int port = serve(request -> request.response().end(Buffer.buffer(partial)));
        assertThat(send(port, 10_000)).isEqualTo(ExportResult.sent(300));
    }

    @Test
    void whatWasRejectedIsFoundAmongOtherFields() {
        byte[] messageFirst = {0x22, 1, 'x', 0x0a, 0x06, 0x12, 0x02, 'n', 'o', 0x08, 0x05};
        assertThat(PartialSuccess.rejected(messageFirst)).isEqualTo(5);
        byte[] otherTypes = {0x0a, 0x12, 0x18, 0x07, 0x21, 1, 2, 3, 4, 5, 6, 7, 8, 0x2d, 1, 2, 3, 4, 0x08, 0x05
        }; // a varint, 8 bytes, 4 bytes
        assertThat(PartialSuccess.rejected(otherTypes)).isEqualTo(5);
    }

    @Test
    void anImpossibleNumberOfRejectedItemsIsNotCounted() {
        byte[] huge = {0x0a, 0x0a, 0x08, -1, -1, -1, -1, -1, -1, -1, -1, 0x7f};
        assertThat(PartialSuccess.rejected(huge)).isZero();
    }

    @Test
    void anAnswerOfAnySizeOrContentDoesNoHarm() {
        int port = serve(request -> request.response().end(Buffer.buffer(new byte[10 << 20])));
        assertThat(send(port, 10_000).sent()).isTrue();
        assertThat(PartialSuccess.rejected(new byte[] {0x0a, (byte) 0xff})).isZero();
        assertThat(PartialSuccess.rejected(new byte[] {0x0a, 2, 0x08, (byte) 0xff}))
                .isZero();
        assertThat(PartialSuccess.rejected(new byte[0])).isZero();
    }
}
