package ai.openclaw.diagnostics.plugin;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.EventField;
import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import ai.openclaw.diagnostics.http.route.StandardAnswers;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;

/**
 * The exporter for a Gateway that has no router to share: it brings an HTTP server of its own and reads events as JSON
 * from the event bus. Made to be deployed by name,
 *
 * <pre>{@code
 * vertx.deployVerticle(
 *         "ai.openclaw.diagnostics.plugin.StandaloneExporterVerticle",
 *         new DeploymentOptions().setConfig(new JsonObject().put("tokenFile", "gateway.token")));
 * }</pre>
 *
 * with this configuration, in which an unknown key or a wrong value fails the deployment:
 *
 * <ul>
 *   <li>{@code token} or {@code tokenFile}: what scrapers present as a bearer; one of them is required
 *   <li>{@code host}: where to listen, 127.0.0.1 if absent
 *   <li>{@code port}: 18789 if absent, 0 for any that is free
 *   <li>{@code address}: where events are published on the event bus, {@code openclaw.diagnostics} if absent
 *   <li>{@code redactPatterns}: what no label may hold, beside the built-in patterns
 * </ul>
 *
 * <p>A message is an event as {@link EventDecoder} reads it: a {@code JsonObject}, or its text as a {@code String} or
 * {@code Buffer}. Only messages that were sent within this process are delivered: on a clustered event bus no peer can
 * inject an event, whatever it says of its trust.
 */
public final class StandaloneExporterVerticle extends VerticleBase {

    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final Rejections rejections = Rejections.create();
    private final EventDecoder decoder = EventDecoder.create(rejections);

    /** For deployment by name. */
    public StandaloneExporterVerticle() {}

    @Override
    public Future<?> start() {
        StandaloneOptions options = StandaloneOptions.of(config());
        Router router = Router.router(vertx);
        router.errorHandler(401, StandardAnswers::unauthorized); // else each would be logged as an error
        vertx.eventBus().localConsumer(options.address(), message -> publish(message.body()));
        return vertx.deployVerticle(DiagnosticsPrometheusVerticle.create(
                        channel, router, TokenAuthentication.handler(options.token()), options.redactPatterns()))
                .compose(deployed -> listen(router, options));
    }

    private Future<HttpServer> listen(Router router, StandaloneOptions options) {
        return vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(ScrapeRoute.IDLE_SECONDS))
                .requestHandler(router)
                .listen(options.port(), options.host())
                .onSuccess(server -> System.getLogger(StandaloneExporterVerticle.class.getName())
                        .log(
                                System.Logger.Level.INFO,
                                "Metrics at http://{0}:{1}{2}",
                                options.host(),
                                Integer.toString(server.actualPort()),
                                ScrapeRoute.PATH));
    }

    /** What is not an event is counted and logged: the sender learns nothing, nothing is thrown at the event bus. */
    private void publish(Object body) {
        decoder.decode(String.valueOf(body))
                .ifPresentOrElse(
                        it -> channel.publish(it.event(), it.provenance()),
                        () -> rejections.count(EventType.UNRECOGNISED, EventField.TYPE, "the message is not an event"));
    }
}
