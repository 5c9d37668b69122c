package ai.openclaw.diagnostics.gateway;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Liveness and readiness, for whoever asks: they need no credential and tell nothing but that. */
final class Probes {

    private static final List<String> LIVENESS = List.of("/health", "/healthz");
    private static final List<String> READINESS = List.of("/ready", "/readyz");

    private Probes() {}

    static void mount(Router router, BooleanSupplier ready) {
        LIVENESS.forEach(path ->
                mount(router, path, context -> Answers.json(context, 200, "{\"ok\":true,\"status\":\"live\"}")));
        READINESS.forEach(path -> mount(router, path, context -> readiness(context, ready.getAsBoolean())));
    }

    private static void mount(Router router, String path, Handler<RoutingContext> probe) {
        router.route(path).handler(context -> {
            if (Answers.isRead(context)) {
                probe.handle(context);
            } else {
                Answers.methodNotAllowed(context);
            }
        });
    }

    private static void readiness(RoutingContext context, boolean ready) {
        Answers.json(context, ready ? 200 : 503, "{\"ready\":" + ready + "}");
    }
}
