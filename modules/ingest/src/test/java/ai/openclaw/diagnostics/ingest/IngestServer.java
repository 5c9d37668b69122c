package ai.openclaw.diagnostics.ingest;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.Rejections;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** An endpoint on a real socket that keeps what it recorded, and a client for it. The scope is the credential. */
final class IngestServer implements AutoCloseable {

    private static final String LINE =
            "{\"event\":{\"type\":\"message.processed\",\"channel\":\"c\",\"outcome\":\"completed\",\"durationMs\":%d},"
                    + "\"metadata\":{\"trusted\":%b}}";

    private final List<Double> recorded = Collections.synchronizedList(new ArrayList<>());
    private final Vertx vertx = Vertx.vertx();
    private final IngestRoute route;
    private final HttpServer server;
    private final HttpClient client = vertx.createHttpClient();

    /** An answer as far as tests look at it. */
    record Answer(int status, String body, MultiMap headers) {}

    IngestServer() {
        DiagnosticsChannel channel = DiagnosticsChannel.create();
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

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    /** Returns the durations that were recorded, in order. */
    List<Double> recorded() {
        return List.copyOf(recorded);
    }

    IngestStatus status() {
        return route.status();
    }

    int port() {
        return server.actualPort();
    }

    /** Returns an event; the number is its duration. */
    static String line(int number, boolean trusted) {
        return LINE.formatted(number, trusted);
    }

    static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> line(n, true)).collect(Collectors.joining("\n"));
    }

    static List<Double> range(int from, int to) {
        return DoubleStream.iterate(from, n -> n + 1).limit(to - from).boxed().toList();
    }

    static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    static MultiMap headers(String stream, Object batch) {
        return MultiMap.caseInsensitiveMultiMap()
                .add("Authorization", "operator.write")
                .add("X-Stream-Id", stream)
                .add("X-Batch", String.valueOf(batch));
    }

    Answer post(String stream, Object batch, String text) {
        return post(headers(stream, batch), text.getBytes(StandardCharsets.UTF_8));
    }

    Answer postGzip(String stream, Object batch, byte[] body) {
        return post(headers(stream, batch).add("Content-Encoding", "gzip"), body);
    }

    Answer post(MultiMap headers, byte[] body) {
        return ask(HttpMethod.POST, IngestRoute.PATH, headers, request -> request.send(Buffer.buffer(body)));
    }

    /** What follows the request is composed within its callback, and so runs on its event loop before the body arrives. */
    Answer ask(
            HttpMethod method,
            String path,
            MultiMap headers,
            Function<HttpClientRequest, Future<HttpClientResponse>> sender) {
        return await(client.request(method, port(), "127.0.0.1", path).compose(request -> {
            headers.forEach(request::putHeader);
            return sender.apply(request)
                    .compose(response -> response.body()
                            .map(text -> new Answer(response.statusCode(), text.toString(), response.headers())));
        }));
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
