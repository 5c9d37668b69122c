package com.example.greeter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.spi.GatewayContext;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.auth.User;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plugin on a router as a Gateway gives it, over HTTP. */
class GreeterPluginTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final List<Provenance> published = new CopyOnWriteArrayList<>();
    private String deployment;
    private int port;

    @BeforeEach
    void deploy() throws Exception {
        Router router = Router.router(vertx);
        SimpleAuthenticationHandler operators = SimpleAuthenticationHandler.create()
                .authenticate(context -> "Bearer abc".equals(context.request().getHeader("Authorization"))
                        ? Future.succeededFuture(User.fromName("operator"))
                        : Future.failedFuture(new HttpException(401)));
        channel.subscribe((event, provenance) -> published.add(provenance));
        GatewayContext context =
                new GatewayContext(channel, router, operators, List.of(), Map.of("greeting", "Good evening!"));
        deployment = await(vertx.deployVerticle(new GreeterPlugin().create(context)));
        port = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1")).actualPort();
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void operatorsAreGreetedAsTheConfigurationSays() throws Exception {
        assertEquals("200 Good evening!", get("Bearer abc"));
        assertEquals(List.of(Provenance.UNTRUSTED), published);
    }

    @Test
    void aWrongCredentialIsRefused() throws Exception {
        assertTrue(get("Bearer wrong").startsWith("401 "));
        assertEquals(List.of(), published);
    }

    @Test
    void nothingIsLeftOnTheRouterAfterUndeployment() throws Exception {
        await(vertx.undeploy(deployment));
        assertTrue(get("Bearer abc").startsWith("404 "));
    }

    /** Returns the status and the body of a response. */
    private String get(String authorization) throws Exception {
        return await(client.request(HttpMethod.GET, port, "127.0.0.1", "/greeter")
                .compose(request ->
                        request.putHeader("Authorization", authorization).send())
                .compose(response -> response.body().map(body -> response.statusCode() + " " + body)));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
