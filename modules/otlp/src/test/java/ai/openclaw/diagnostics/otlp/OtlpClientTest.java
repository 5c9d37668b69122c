package ai.openclaw.diagnostics.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server: what is tried again and what is not. */
class OtlpClientTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private int serve(Handler<HttpServerRequest> handler) {
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    requests.incrementAndGet();
                    bodies.add(body.toString());
                    handler.handle(request);
                }))
                .listen(0, "127.0.0.1"));
        return server.actualPort();
    }

    private OtlpClient client(int port, long timeoutMs) {
        Map<String, String> environment = Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", Long.toString(timeoutMs));
        Map<String, Object> config = Map.of("endpoint", "http://127.0.0.1:" + port, "headers", Map.of("x-key", "v"));
        return new OtlpClient(
                vertx, OtlpSettings.of(config, environment).endpoints().get(Signal.METRICS));
    }

    private ExportResult send(int port, long timeoutMs) {
        return await(client(port, timeoutMs).send(Buffer.buffer("body"), false));
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
        assertThat(send(port, 2_000)).isEqualTo(ExportResult.failed("status 503"));
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

    @Test
    void whatTheReceiverRejectedIsRead() {
        byte[] partial = {0x0a, 0x07, 0x08, (byte) 0xac, 0x02, 0x12, 0x02, 'n', 'o'}; // 300, "no"
        int port = serve(request -> request.response().end(Buffer.buffer(partial)));
        assertThat(send(port, 10_000)).isEqualTo(ExportResult.sent(300));
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
