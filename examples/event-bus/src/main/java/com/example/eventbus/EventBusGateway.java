package com.example.eventbus;

import ai.openclaw.diagnostics.http.route.HttpServers;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * A Gateway that deploys the exporter by name, with JSON, and publishes its events as JSON on the event bus. The exporter
 * listens on a separate port. {@link HttpServers} is used only for the limits that it gives a server.
 */
public final class EventBusGateway extends VerticleBase {

    private static final String EXPORTER = "ai.openclaw.diagnostics.plugin.StandaloneExporterVerticle";
    private static final String DIAGNOSTICS = "openclaw.diagnostics";

    private final JsonObject exporter;
    private int port;

    /** @param exporter the exporter's configuration: {@code token} or {@code tokenFile}, {@code port}, … */
    EventBusGateway(int port, JsonObject exporter) {
        this.port = port;
        this.exporter = exporter;
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        router.post("/messages").handler(this::answer);
        return vertx.deployVerticle(EXPORTER, new DeploymentOptions().setConfig(exporter))
                .compose(deployed -> HttpServers.create(vertx, router).listen(port, "127.0.0.1"))
                .onSuccess((HttpServer server) -> port = server.actualPort());
    }

    int port() {
        return port;
    }

    private void answer(RoutingContext context) {
        long start = System.nanoTime();
        double durationMs = (System.nanoTime() - start) / 1e6; // after whatever it takes to find an answer
        JsonObject event = new JsonObject()
                .put("type", "message.processed")
                .put("channel", "webchat")
                .put("outcome", "completed")
                .put("durationMs", durationMs);
        JsonObject trusted = new JsonObject().put("internal", true); // without it, nothing is counted
        vertx.eventBus()
                .publish(DIAGNOSTICS, new JsonObject().put("event", event).put("metadata", trusted));
        context.response().end("Hello!");
    }

    /** Starts the Gateway, and the exporter on its default port. */
    public static void main(String[] arguments) {
        String token = System.getenv("MY_TOKEN");
        if (token == null || token.isBlank()) {
            exit("MY_TOKEN is not set. Set it to the token that Prometheus presents.");
            return;
        }
        Vertx.vertx()
                .deployVerticle(new EventBusGateway(8080, new JsonObject().put("token", token)))
                .onSuccess(deployed ->
                        System.out.println("Messages on http://127.0.0.1:8080, metrics on http://127.0.0.1:18789"))
                .onFailure(
                        failure -> exit("The Gateway did not start on ports 8080 and 18789: " + failure.getMessage()));
    }

    private static void exit(String message) {
        System.err.println(message);
        System.exit(1); // Vert.x's threads would keep the process
    }
}
