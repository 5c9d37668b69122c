package ai.openclaw.diagnostics.monitoring;

import ai.openclaw.diagnostics.http.route.HttpResponses;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Liveness, start-up and readiness, for every caller: they need no credential. Why the Gateway is not ready and how its event
 * loop does is told to those only who are entitled to it.
 */
public final class Probes {

    private static final List<String> LIVENESS = List.of("/health", "/healthz");
    private static final List<String> STARTUP = List.of("/startup", "/startupz");
    private static final List<String> READINESS = List.of("/ready", "/readyz");
    private static final String LIVE = "{\"ok\":true,\"status\":\"live\"}";

    private final long started = System.nanoTime();
    private final Readiness readiness;
    private final Supplier<EventLoopHealth> eventLoop;
    private final Predicate<RoutingContext> entitled;

    private Probes(Readiness readiness, Supplier<EventLoopHealth> eventLoop, Predicate<RoutingContext> entitled) {
        this.readiness = readiness;
        this.eventLoop = eventLoop;
        this.entitled = entitled;
    }

    /**
     * Adds the probes to the root router. The uptime they tell begins now.
     *
     * <p>All that is handed in is asked on the event loop, for each request, and must not block.
     *
     * @param readiness tells whether the Gateway is ready
     * @param eventLoop tells the health of the event loop
     * @param entitled tells whether who asks may see more than whether the Gateway is ready
     */
    public static void mount(
            Router router,
            Readiness readiness,
            Supplier<EventLoopHealth> eventLoop,
            Predicate<RoutingContext> entitled) {
        Probes probes = new Probes(readiness, eventLoop, entitled);
        LIVENESS.forEach(path -> mount(router, path, context -> HttpResponses.json(context, 200, LIVE)));
        STARTUP.forEach(path -> mount(router, path, probes::startup));
        READINESS.forEach(path -> mount(router, path, probes::readiness));
    }

    private static void mount(Router router, String path, Handler<RoutingContext> probe) {
        router.route(path).handler(context -> {
            if (!context.request().path().equals(path)) {
                context.next(); // a route also matches a trailing slash and percent-encoded letters
            } else if (HttpResponses.isRead(context)) {
                probe.handle(context);
            } else {
                HttpResponses.methodNotAllowed(context);
            }
        });
    }

    private void startup(RoutingContext context) {
        boolean started = readiness.isStarted();
        JsonObject body = new JsonObject().put("ok", started).put("status", readiness.status());
        HttpResponses.json(context, started ? 200 : 503, body.encode());
    }

    private void readiness(RoutingContext context) {
        List<String> notReady = readiness.failing();
        JsonObject body = new JsonObject().put("ready", notReady.isEmpty());
        if (entitled.test(context)) {
            details(body, notReady);
        }
        HttpResponses.json(context, notReady.isEmpty() ? 200 : 503, body.encode());
    }

    private void details(JsonObject body, List<String> notReady) {
        body.put("failing", notReady)
                .put("uptimeMs", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started))
                .put("eventLoop", eventLoop.get().toJson());
    }
}
