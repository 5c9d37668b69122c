package ai.openclaw.diagnostics.plugin;

import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.TimeUnit;

/** Scrapes an exporter that was deployed with a separate server and the token {@code secret}. */
final class Scraper {

    private final HttpClient client;
    private final int port;

    Scraper(Vertx vertx, int port) {
        this.client = vertx.createHttpClient();
        this.port = port;
    }

    String scrape() throws Exception {
        return await(response("Bearer secret").compose(HttpClientResponse::body))
                .toString();
    }

    int status(String authorization) throws Exception {
        return await(response(authorization)).statusCode();
    }

    private Future<HttpClientResponse> response(String authorization) {
        return client.request(HttpMethod.GET, port, "127.0.0.1", ScrapeRoute.PATH)
                .compose(request -> request.putHeader("Authorization", authorization)
                        .send()
                        .compose(response -> response.body().map(response)));
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
