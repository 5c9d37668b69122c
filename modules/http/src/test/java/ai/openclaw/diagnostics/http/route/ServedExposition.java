package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Exposition;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** An exposition on a socket, for callers who may read it. */
final class ServedExposition implements AutoCloseable {

    /** What a caller got. */
    record Answer(int status, Map<String, String> headers, Buffer body) {}

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(500));
    private final HttpServer server;
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

    ServedExposition(Exposition exposition) throws Exception {
        vertx.exceptionHandler(uncaught::add);
        User reader = User.fromName("reader");
        reader.authorizations().put("test", PermissionBasedAuthorization.create("operator.read"));
        Router router = Router.router(vertx);
        ScrapeRoute.of(vertx, exposition)
                .mount(
                        router,
                        SimpleAuthenticationHandler.create().authenticate(context -> Future.succeededFuture(reader)));
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    Future<Answer> ask(Map<String, String> headers) {
        return client.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", ScrapeRoute.PATH)
                .compose(request -> {
                    headers.forEach(request::putHeader);
                    return request.send()
                            .compose(response -> response.body().map(body -> {
                                Map<String, String> received = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                                response.headers().forEach(received::put);
                                return new Answer(response.statusCode(), received, body);
                            }));
                });
    }

    /** Sends a request over a socket with a small window, and reads nothing of the answer. */
    Socket stalled(String... headers) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort()));
        String request = "GET " + ScrapeRoute.PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(headers).map(it -> it + "\r\n").toList()) + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Returns what was thrown on event loops and not caught. */
    Collection<Throwable> uncaught() {
        return uncaught;
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        vertx.close(); // not waited for: what stalls would make it wait
    }
}
