package ai.openclaw.diagnostics.http.route;

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
import io.vertx.ext.web.handler.AuthenticationHandler;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A router on a socket of the loopback interface, and a client that asks it. */
final class ServedRouter implements AutoCloseable {

    /** What a caller got; names of headers in any case. */
    record Answer(int status, Map<String, String> headers, Buffer body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String text() {
            return body.toString();
        }
    }

    final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    final Router router = Router.router(vertx);
    private final HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(500));
    private final HttpServer server;

    ServedRouter() throws Exception {
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    /** Returns a handler that takes each caller for an operator of this scope. */
    static AuthenticationHandler caller(String scope) {
        User user = User.fromName("caller");
        user.authorizations().put("test", PermissionBasedAuthorization.create(scope));
        return SimpleAuthenticationHandler.create().authenticate(context -> Future.succeededFuture(user));
    }

    Future<Answer> ask(HttpMethod method, String path, Map<String, String> headers) {
        return client.request(method, port(), "127.0.0.1", path).compose(request -> {
            headers.forEach(request::putHeader);
            return request.send()
                    .compose(response -> response.body().map(body -> {
                        Map<String, String> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                        response.headers().forEach(received::put);
                        return new Answer(response.statusCode(), received, body);
                    }));
        });
    }

    int port() {
        return server.actualPort();
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        vertx.close(); // not waited for: what stalls would make it wait
    }
}
