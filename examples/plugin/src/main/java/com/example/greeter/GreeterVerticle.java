package com.example.greeter;

import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.spi.GatewayContext;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;

/** Mounts a route when it is deployed, and removes it when it is undeployed. */
final class GreeterVerticle extends VerticleBase {

    private final GatewayContext gateway;
    private final String greeting;
    private Route route;

    GreeterVerticle(GatewayContext gateway) {
        this.gateway = gateway;
        this.greeting = gateway.config().get("greeting") instanceof String text ? text : "Hello!";
    }

    @Override
    public Future<?> start() {
        route = gateway.router().get("/greeter").handler(gateway.authentication()).handler(this::greet);
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        route.remove();
        return Future.succeededFuture();
    }

    /** Subscribers get the event as untrusted, whatever is said here: the exporter does not count it. */
    private void greet(RoutingContext context) {
        long start = System.nanoTime();
        context.response().end(greeting);
        gateway.channel()
                .publish(
                        MessageProcessed.builder()
                                .channel("greeter")
                                .outcome("completed")
                                .durationMs((System.nanoTime() - start) / 1e6)
                                .build(),
                        Provenance.UNTRUSTED);
    }
}
