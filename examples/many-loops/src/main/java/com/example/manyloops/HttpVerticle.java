package com.example.manyloops;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.http.route.HttpServers;
import ai.openclaw.diagnostics.plugin.DiagnosticsPrometheusVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.AuthenticationHandler;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.security.MessageDigest;

/**
 * Answers messages on one event loop. A Gateway has as many of these as there are event loops; they listen on one port,
 * publish on one channel and serve one exporter's metrics, so it does not matter which of them a scraper reaches.
 */
public final class HttpVerticle extends VerticleBase {

    private final int port;
    private final DiagnosticsChannel channel;
    private final DiagnosticsPrometheusVerticle exporter;
    private final AuthenticationHandler operators;

    private HttpVerticle(
            int port,
            DiagnosticsChannel channel,
            DiagnosticsPrometheusVerticle exporter,
            AuthenticationHandler operators) {
        this.port = port;
        this.channel = channel;
        this.exporter = exporter;
        this.operators = operators;
    }

    /** Deploys the exporter once, and one HTTP verticle for each event loop. */
    static Future<?> deploy(Vertx vertx, DiagnosticsChannel channel, int port, String token) {
        DiagnosticsPrometheusVerticle exporter = DiagnosticsPrometheusVerticle.create(channel);
        byte[] authorization = ("Bearer " + token).getBytes(UTF_8);
        AuthenticationHandler operators =
                SimpleAuthenticationHandler.create().authenticate(context -> operator(context, authorization));
        DeploymentOptions onEveryLoop = new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE);
        return vertx.deployVerticle(exporter)
                .compose(deployed ->
                        vertx.deployVerticle(() -> new HttpVerticle(port, channel, exporter, operators), onEveryLoop));
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        router.post("/messages").handler(this::answer);
        exporter.mount(router, operators);
        return HttpServers.create(vertx, router).listen(port, "127.0.0.1");
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

    /** Whatever your Gateway does to know an operator. Never succeed with null: fail, or give a user with its scopes. */
    private static Future<User> operator(RoutingContext context, byte[] authorization) {
        String presented = context.request().getHeader("Authorization"); // a character for each byte
        if (presented == null || !MessageDigest.isEqual(authorization, presented.getBytes(ISO_8859_1))) {
            return Future.failedFuture(new HttpException(401));
        }
        User operator = User.fromName("operator");
        operator.authorizations().put("my-gateway", PermissionBasedAuthorization.create("operator.read"));
        return Future.succeededFuture(operator);
    }

    /** Starts the Gateway. */
    public static void main(String[] arguments) {
        String token = System.getenv("MY_TOKEN");
        if (token == null || token.isBlank()) {
            exit("MY_TOKEN is not set. Set it to the token that operators and Prometheus present.");
            return;
        }
        deploy(Vertx.vertx(), DiagnosticsChannel.create(), 8080, token)
                .onSuccess(deployed -> System.out.println("Listening on http://127.0.0.1:8080"))
                .onFailure(failure -> exit("The Gateway did not start on port 8080: " + failure.getMessage()));
    }

    private static void exit(String message) {
        System.err.println(message);
        System.exit(1); // Vert.x's threads would keep the process
    }
}
