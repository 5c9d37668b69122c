package ai.openclaw.diagnostics.otlp;

import static io.vertx.core.Future.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetClientOptions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which connection a request takes. */
class OtlpClientTest {

    private static final int REQUESTS = 3;
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);
    private static final long LIMIT_MS = 60_000;

    private final Vertx vertx = Vertx.vertx();
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void oneConnectionIsKept() {
        send(HOUR, "keep-alive", 200);
        assertThat(connections).hasSize(1);
    }

    @Test
    void aConnectionIsKeptAfterAnAnswerThatRefuses() {
        send(HOUR, "keep-alive", 400);
        assertThat(connections).hasSize(1);
    }

    @Test
    void aConnectionThatWasNotUsedForLongIsNotUsedAgain() {
        send(-HOUR, "keep-alive", 200);
        assertThat(connections).hasSize(REQUESTS);
    }

    @Test
    void aConnectionThatTheReceiverWillCloseIsNotUsedAgain() {
        send(HOUR, "close", 200);
        assertThat(connections).hasSize(REQUESTS);
    }

    /** A connection that is being made cannot be closed: a receiver silent in the handshake would hold more than one. */
    @Test
    void aHandshakeTakesNoLongerThanAnExport() {
        NetClientOptions options = OtlpClient.options(endpoint("https://127.0.0.1:4318"));
        assertThat(options.getSslHandshakeTimeoutUnit().toMillis(options.getSslHandshakeTimeout()))
                .isEqualTo(options.getConnectTimeout())
                .isEqualTo(endpoint("https://127.0.0.1:4318").timeoutMs());
    }

    private static OtlpEndpoint endpoint(String url) {
        return OtlpSettings.of(Map.of("endpoint", url), Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", "250"))
                .endpoints()
                .get(Signal.METRICS);
    }

    private void send(long keepAlive, String connection, int status) {
        try (Receiver receiver = Receiver.start()) {
            receiver.behave((request, body) -> answer(request, connection, status));
            OtlpEndpoint endpoint = OtlpSettings.of(Map.of("endpoint", "http://127.0.0.1:" + receiver.port()), Map.of())
                    .endpoints()
                    .get(Signal.METRICS);
            OtlpClient client = new OtlpClient(vertx, endpoint, keepAlive);
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(await(client.post(Buffer.buffer("body"), LIMIT_MS)).status())
                        .isEqualTo(status);
            }
            await(client.close());
        }
    }

    private void answer(HttpServerRequest request, String connection, int status) {
        connections.add(request.connection());
        request.response()
                .setStatusCode(status)
                .putHeader("connection", connection)
                .end();
    }
}
