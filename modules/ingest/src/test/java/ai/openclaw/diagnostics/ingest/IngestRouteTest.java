package ai.openclaw.diagnostics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.Rejections;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.AuthenticationHandler;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over a real socket: what senders get, and what is recorded. */
class IngestRouteTest {

    private static final String LINE =
            "{\"event\":{\"type\":\"message.processed\",\"channel\":\"c\",\"outcome\":\"completed\",\"durationMs\":%d},"
                    + "\"metadata\":{\"trusted\":%b}}";

    private final List<Double> recorded = Collections.synchronizedList(new ArrayList<>());
    private final Vertx vertx = Vertx.vertx();
    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private IngestRoute route;
    private HttpServer server;
    private HttpClient client;

    /** An answer as far as tests look at it. */
    private record Answer(int status, String body, MultiMap headers) {}

    @BeforeEach
    void start() {
        channel.subscribe((event, provenance) -> {
            if (provenance.isTrusted() && event instanceof MessageProcessed message) {
                recorded.add(message.durationMs());
            }
        });
        route = IngestRoute.of(vertx, channel, Rejections.create());
        Router router = Router.router(vertx);
        router.errorHandler(
                401, context -> context.response().setStatusCode(401).end("{}"));
        route.mount(router, authentication());
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        client = vertx.createHttpClient();
    }

    private static AuthenticationHandler authentication() {
        return SimpleAuthenticationHandler.create().authenticate(context -> {
            String scope = context.request().getHeader("Authorization");
            if (scope == null) {
                return Future.failedFuture(new HttpException(401));
            }
            User user = User.fromName("sender");
            user.authorizations().put("test", PermissionBasedAuthorization.create(scope));
            return Future.succeededFuture(user);
        });
    }

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> LINE.formatted(n, true)).collect(Collectors.joining("\n"));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private Answer post(String stream, Object batch, String text) {
        return send(HttpMethod.POST, headers(stream, batch), text.getBytes(StandardCharsets.UTF_8));
    }

    private static MultiMap headers(String stream, Object batch) {
        return MultiMap.caseInsensitiveMultiMap()
                .add("Authorization", "operator.write")
                .add("X-Stream-Id", stream)
                .add("X-Batch", String.valueOf(batch));
    }

    private Answer send(HttpMethod method, MultiMap headers, byte[] body) {
        return await(client.request(method, server.actualPort(), "127.0.0.1", IngestRoute.PATH)
                .compose(request -> {
                    headers.forEach(request::putHeader);
                    return request.send(Buffer.buffer(body));
                })
                .compose(response -> response.body()
                        .map(text -> new Answer(response.statusCode(), text.toString(), response.headers()))));
    }

    private static List<Double> range(int from, int to) {
        return DoubleStream.iterate(from, n -> n + 1).limit(to - from).boxed().toList();
    }

    @Test
    void aBatchIsRecordedInOrderAndCounted() {
        String untrusted = LINE.formatted(1, false);
        Answer answer =
                post("s", 1, lines(0, 100) + "\n\n" + untrusted + "\nnot json\n{\"event\":{\"type\":\"new\"}}\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"accepted\":100,\"ignored\":2,\"rejected\":1,\"nextBatch\":2}");
        assertThat(answer.headers().get("Content-Type")).startsWith("application/json");
        assertThat(recorded).isEqualTo(range(0, 100));
    }

    @Test
    void aCompressedBatchIsTheSame() throws IOException {
        byte[] body = gzip(lines(0, 10_000).getBytes(StandardCharsets.UTF_8));
        Answer answer = send(HttpMethod.POST, headers("s", 1).add("Content-Encoding", "gzip"), body);
        assertThat(answer.body()).startsWith("{\"accepted\":10000,");
        assertThat(recorded).isEqualTo(range(0, 10_000));
    }

    @Test
    void aRepeatedBatchIsAcknowledgedAndNotRecordedAgain() {
        Answer first = post("s", 1, lines(0, 3));
        assertThat(post("s", 1, lines(0, 3))).satisfies(again -> {
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
        });
        post("s", 2, lines(3, 5));
        assertThat(post("s", 1, lines(0, 3)).body()).contains("\"accepted\":0").contains("\"nextBatch\":3");
        assertThat(recorded).isEqualTo(range(0, 5));
        assertThat(route.status().streams().get(0).repeated()).isEqualTo(2);
    }

    @Test
    void aGapIsCountedAsLostAndTheBatchTaken() {
        post("s", 7, lines(0, 1)); // the first that is seen: its predecessors were another process's
        assertThat(post("s", 10, lines(1, 2)).body()).contains("\"nextBatch\":11");
        IngestStatus.Stream stream = route.status().streams().get(0);
        assertThat(stream.lostBatches()).isEqualTo(2);
        assertThat(stream.events()).isEqualTo(2);
    }

    @Test
    void whatTheSenderDroppedIsRemembered() {
        send(
                HttpMethod.POST,
                headers("s", 1).add("X-Dropped-Events", "41"),
                lines(0, 1).getBytes(StandardCharsets.UTF_8));
        assertThat(route.status().streams().get(0).droppedBySender()).isEqualTo(41);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, operator.write, 405",
        "PUT, operator.admin, 405",
        "POST, operator.read, 403",
        "POST, operator.admin, 200",
        "POST, , 401",
        "GET, , 401",
    })
    void onlyAnAuthorizedPostIsTaken(String method, String scope, int status) {
        MultiMap headers = headers("s", 1);
        headers.remove("Authorization");
        if (scope != null) {
            headers.set("Authorization", scope);
        }
        Answer answer = send(HttpMethod.valueOf(method), headers, lines(0, 1).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(recorded).hasSize(status == 200 ? 1 : 0);
        assertThat(answer.headers().contains("Allow")).isEqualTo(status == 405);
    }

    @ParameterizedTest
    @CsvSource({
        "s, 0, 400",
        "s, -1, 400",
        "s, 1.5, 400",
        "s, x, 400",
        "s, 99999999999999999999, 400",
        "'a b', 1, 400",
        "s_1, 1, 400",
        "'', 1, 400",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 1, 400",
    })
    void wrongHeadersAreRefused(String stream, String batch, int status) {
        assertThat(post(stream, batch, lines(0, 1)).status()).isEqualTo(status);
        assertThat(recorded).isEmpty();
        assertThat(route.status().refused()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Encoding, br",
        "Content-Encoding, 'gzip, gzip'",
        "Content-Type, text/html",
        "Content-Type, multipart/form-data"
    })
    void otherEncodingsAndTypesAreRefused(String header, String value) {
        Answer answer = send(HttpMethod.POST, headers("s", 1).add(header, value), new byte[] {'\n'});
        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void brokenGzipIsRefusedWholeAndTheBatchMayComeAgain() throws IOException {
        byte[] body = gzip(lines(0, 1_000).getBytes(StandardCharsets.UTF_8));
        for (byte[] broken :
                List.of(java.util.Arrays.copyOf(body, body.length - 20), "no gzip".getBytes(StandardCharsets.UTF_8))) {
            assertThat(send(HttpMethod.POST, headers("s", 1).add("Content-Encoding", "gzip"), broken)
                            .status())
                    .isEqualTo(400);
        }
        assertThat(recorded).isEmpty();
        assertThat(send(HttpMethod.POST, headers("s", 1).add("Content-Encoding", "gzip"), body)
                        .status())
                .isEqualTo(200);
        assertThat(recorded).hasSize(1_000);
    }

    @Test
    @DisplayName("Plain and compressed batches of any size follow each other")
    void compressedBatchesFollowPlainOnes() throws IOException {
        List<String> texts = List.of("", lines(0, 1), lines(0, 3_000), "", "\n");
        int batch = 0;
        for (String text : texts) {
            for (String next : texts) {
                assertThat(post("s", ++batch, text).status()).isEqualTo(200);
                byte[] body = gzip(next.getBytes(StandardCharsets.UTF_8));
                assertThat(send(HttpMethod.POST, headers("s", ++batch).add("Content-Encoding", "gzip"), body)
                                .status())
                        .isEqualTo(200);
            }
        }
        assertThat(recorded).hasSize(2 * texts.size() * 3_001);
    }

    @Test
    void aBodyInChunksOfAnySizeIsTheSame() {
        byte[] body = lines(0, 200).getBytes(StandardCharsets.UTF_8);
        Buffer whole = Buffer.buffer(body);
        String answer = await(client.request(HttpMethod.POST, server.actualPort(), "127.0.0.1", IngestRoute.PATH)
                .compose(request -> {
                    headers("s", 1).forEach(request::putHeader);
                    request.setChunked(true);
                    int at = 0;
                    for (int size = 1; at < body.length; size = size * 3 % 40_009) {
                        int end = Math.min(body.length, at + size);
                        request.write(whole.getBuffer(at, end));
                        at = end;
                    }
                    return request.end().compose(sent -> request.response());
                })
                .compose(response -> response.body().map(Buffer::toString)));
        assertThat(answer).contains("\"accepted\":200,");
        assertThat(recorded).isEqualTo(range(0, 200));
    }

    @Test
    void aBombIsRefused() throws IOException {
        byte[] bomb = gzip(new byte[256 << 20]);
        Answer answer = send(HttpMethod.POST, headers("s", 1).add("Content-Encoding", "gzip"), bomb);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(recorded).isEmpty();
    }

    @Test
    void tooLongLinesTooManyLinesAndTooLargeBodiesAreRefused() {
        String longLine = "{\"event\":{\"type\":\"message.processed\",\"x\":\""
                + "x".repeat(IngestLimits.MAX_LINE_BYTES) + "\"}}";
        assertThat(post("s", 1, lines(0, 1) + "\n" + longLine).status()).isEqualTo(413);
        assertThat(post("s", 1, "\n".repeat(IngestLimits.MAX_LINES + 1)).status())
                .isEqualTo(413);
        assertThat(post("s", 1, " ".repeat(IngestLimits.MAX_BODY_BYTES + 1)).status())
                .isEqualTo(413);
        assertThat(recorded).isEmpty();
        assertThat(post("s", 1, lines(0, IngestLimits.MAX_LINES)).status()).isEqualTo(200);
    }

    @Test
    void aFloodOfStreamsIsForgottenTheOldestFirst() {
        for (int i = 0; i < 1_000; i++) {
            post("s-" + i, 1, "");
            post("kept", i + 1, "");
        }
        List<IngestStatus.Stream> streams = route.status().streams();
        assertThat(streams).hasSize(IngestLimits.MAX_STREAMS);
        assertThat(streams)
                .extracting(IngestStatus.Stream::id)
                .contains("kept", "s-999")
                .doesNotContain("s-0");
    }

    @Test
    void refusedBatchesPushNoStreamOut() {
        post("kept", 1, lines(0, 1));
        for (int i = 0; i < 2 * IngestLimits.MAX_STREAMS; i++) {
            post("s-" + i, 1, "\n".repeat(IngestLimits.MAX_LINES + 1));
        }
        assertThat(route.status().streams()).extracting(IngestStatus.Stream::id).containsExactly("kept");
        Answer again = post("kept", 1, lines(0, 1));
        assertThat(again.body()).as(again.toString()).contains("\"nextBatch\":2");
        assertThat(recorded).hasSize(1);
    }

    @Test
    void everySpellingOfThePathIsGuarded() {
        for (String path :
                List.of("/api//diagnostics/events", "/API/diagnostics/Events/", "/api/diagnostics/x/../events")) {
            int status = await(client.request(HttpMethod.POST, server.actualPort(), "127.0.0.1", path)
                    .compose(request -> request.send(Buffer.buffer("{}")))
                    .map(response -> response.statusCode()));
            assertThat(status).isEqualTo(401);
        }
    }
}
