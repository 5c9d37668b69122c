package com.example.twogateways;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.http.route.HttpServers;
import ai.openclaw.diagnostics.plugin.DiagnosticsPrometheusVerticle;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.AuthenticationHandler;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.security.MessageDigest;

/**
 * One of several Gateways in a process. What keeps them apart is what each of them has for itself: the channel, the
 * exporter on it, the router and the token. None of these is static.
 */
public final class NamedGateway extends VerticleBase {

    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final String name;
    private final byte[] authorization;
    private int port;

    NamedGateway(String name, int port, String token) {
        this.name = name;
        this.port = port;
        this.authorization = ("Bearer " + token).getBytes(UTF_8);
    }

    /** The exporter is deployed by this verticle, so it goes when this goes. */
    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        AuthenticationHandler operators = SimpleAuthenticationHandler.create().authenticate(this::operator);
        router.post("/messages").handler(this::answer);
        return vertx.deployVerticle(DiagnosticsPrometheusVerticle.create(channel, router, operators))
                .compose(deployed -> HttpServers.create(vertx, router).listen(port, "127.0.0.1"))
                .onSuccess((HttpServer server) -> port = server.actualPort());
    }

    int port() {
        return port;
    }

    /** Whatever your Gateway does to know an operator. Never succeed with null: fail, or give a user with its scopes. */
    private Future<User> operator(RoutingContext context) {
        String presented = context.request().getHeader("Authorization"); // a character for each byte
        if (presented == null || !MessageDigest.isEqual(authorization, presented.getBytes(ISO_8859_1))) {
            return Future.failedFuture(new HttpException(401));
        }
        User operator = User.fromName("operator");
        operator.authorizations().put("my-gateway", PermissionBasedAuthorization.create("operator.read"));
        return Future.succeededFuture(operator);
    }

    private void answer(RoutingContext context) {
        long start = System.nanoTime();
        double durationMs = (System.nanoTime() - start) / 1e6; // after whatever it takes to find an answer
        channel.publish(
                MessageProcessed.builder()
                        .channel(name)
                        .outcome("completed")
                        .durationMs(durationMs)
                        .build(),
                Provenance.INTERNAL);
        context.response().end("Hello from " + name + "!");
    }

    /** Starts two Gateways. */
    public static void main(String[] arguments) {
        String north = System.getenv("NORTH_TOKEN");
        String south = System.getenv("SOUTH_TOKEN");
        if (north == null || north.isBlank() || south == null || south.isBlank()) {
            System.err.println("NORTH_TOKEN and SOUTH_TOKEN must be set to the tokens that operators present.");
            System.exit(1);
            return;
        }
        Vertx vertx = Vertx.vertx();
        Future.join(
                        start(vertx, new NamedGateway("north", 8081, north)),
                        start(vertx, new NamedGateway("south", 8082, south)))
                .onFailure(failed -> vertx.close()); // a supervisor starts both again
    }

    private static Future<?> start(Vertx vertx, NamedGateway gateway) {
        int port = gateway.port;
        return vertx.deployVerticle(gateway)
                .onSuccess(deployed -> System.out.println(gateway.name + " on http://127.0.0.1:" + gateway.port))
                .onFailure(failure -> System.err.println(
                        "Gateway " + gateway.name + " did not start on port " + port + ": " + failure.getMessage()));
    }
}
