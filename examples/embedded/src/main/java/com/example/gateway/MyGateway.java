package com.example.gateway;

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

/** A Gateway that counts the messages it answers. */
public final class MyGateway extends VerticleBase {

    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final byte[] authorization;
    private int port;

    MyGateway(int port, String token) {
        this.port = port;
        this.authorization = ("Bearer " + token).getBytes(UTF_8);
    }

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
                        .channel("webchat")
                        .outcome("completed")
                        .durationMs(durationMs)
                        .build(),
                Provenance.INTERNAL);
        context.response().end("Hello!");
    }

    /** Starts the Gateway, on port 8080 unless the first argument is another one. */
    public static void main(String[] arguments) {
        String token = System.getenv("MY_TOKEN");
        if (token == null || token.isBlank()) {
            exit("MY_TOKEN is not set. Set it to the token that operators and Prometheus present.");
            return;
        }
        int port = arguments.length == 0 ? 8080 : Integer.parseInt(arguments[0]);
        Vertx.vertx()
                .deployVerticle(new MyGateway(port, token))
                .onSuccess(deployed -> System.out.println("Listening on http://127.0.0.1:" + port))
                .onFailure(failure -> exit("The Gateway did not start on port " + port + ": " + failure.getMessage()));
    }

    private static void exit(String message) {
        System.err.println(message);
        System.exit(1); // Vert.x's threads would keep the process
    }
}
