package ai.openclaw.diagnostics.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HttpResponsesTest {

    /** More than what the buffers of both ends of a connection take. */
    private static final int LARGE = 48 << 20;

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<HttpServerResponse> response = new CompletableFuture<>();

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    @DisplayName("A client that reads nothing has been sent a part of a large body only, and later reads all of it")
    void largeJsonIsWrittenAsItIsTaken() throws Exception {
        byte[] body = new byte[LARGE];
        Arrays.fill(body, (byte) ' ');
        body[LARGE - 1] = '7';
        try (Socket client = ask(body)) {
            InputStream in = client.getInputStream();
            assertThat(in.read()).isEqualTo('H');
            assertThat(written()).isPositive().isLessThan(LARGE);
            byte[] all = in.readAllBytes();
            assertThat(new String(all, 0, 300, StandardCharsets.US_ASCII))
                    .startsWith("TTP/1.1 200 OK")
                    .contains("content-length: " + LARGE, "cache-control: no-store");
            assertThat(Arrays.copyOfRange(all, all.length - LARGE, all.length)).isEqualTo(body);
        }
    }

    @Test
    void smallJsonIsWrittenAsItIs() throws Exception {
        try (Socket client = ask("{\"ä\":1}".getBytes(StandardCharsets.UTF_8))) {
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("content-type: application/json; charset=utf-8", "content-length: 8")
                    .endsWith("\r\n\r\n{\"ä\":1}");
        }
    }

    private Socket ask(byte[] body) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            response.complete(context.response());
            HttpResponses.json(context, 200, body);
        });
        HttpServer server = await(HttpServers.create(vertx, router).listen(0, "127.0.0.1"));
        return request(server.actualPort());
    }

    private static Socket request(int port) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private long written() throws Exception {
        return response.get(1, TimeUnit.MINUTES).bytesWritten();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }
}
