package com.example.gateway;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.Provenance;
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
import java.util.Objects;

/** A Gateway that counts the messages it answers. */
public final class MyGateway extends VerticleBase {

    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final String authorization;
    private int port;

    MyGateway(int port, String token) {
        this.port = port;
        this.authorization = "Bearer " + token;
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        AuthenticationHandler operators = SimpleAuthenticationHandler.create().authenticate(this::operator);
        router.post("/messages").handler(this::answer);
        return vertx.deployVerticle(DiagnosticsPrometheusVerticle.create(channel, router, operators))
                .compose(deployed ->
                        vertx.createHttpServer().requestHandler(router).listen(port, "127.0.0.1"))
                .onSuccess((HttpServer server) -> port = server.actualPort());
    }

    int port() {
        return port;
    }

    /** Whatever your Gateway does to know an operator. Never succeed with null: fail, or give a user with its scopes. */
    private Future<User> operator(RoutingContext context) {
        if (!authorization.equals(context.request().getHeader("Authorization"))) {
            return Future.failedFuture(new HttpException(401));
        }
        User operator = User.fromName("operator");
        operator.authorizations().put("my-gateway", PermissionBasedAuthorization.create("operator.read"));
        return Future.succeededFuture(operator);
    }

    private void answer(RoutingContext context) {
        long start = System.nanoTime();
        double durationMs = (System.nanoTime() - start) / 1e6; // after whatever it takes to find an answer
        channel.publish(new MessageProcessed("webchat", "completed", null, durationMs), Provenance.INTERNAL);
        context.response().end("Hello!");
    }

    /** Starts the Gateway. */
    public static void main(String[] arguments) {
        String token = Objects.requireNonNull(System.getenv("MY_TOKEN"), "MY_TOKEN is not set");
        Vertx.vertx().deployVerticle(new MyGateway(8080, token));
    }
}
