package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.http.route.HttpResponses;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.AuthenticationHandler;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The endpoint of what a running Gateway adds to a support bundle: {@value #PATH}, for callers with the scope
 * {@code operator.admin}.
 *
 * <p>Mounting is for the thread that sets up the router; a report is put together on a separate thread, one at a time: a
 * request that comes meanwhile is answered with 409.
 */
public final class SupportRoute {

    /** The path of the endpoint, matched in any spelling that has this canonical path. */
    public static final String PATH = "/api/diagnostics/support";

    private static final String BUSY =
            "{\"error\":{\"message\":\"A support report is being put together. Try again in a moment.\","
                    + "\"type\":\"conflict\"}}";

    private final Vertx vertx;
    private final SupportReport report;
    private final ReportWorker worker;
    private final AtomicBoolean busy = new AtomicBoolean();

    private SupportRoute(Vertx vertx, SupportReport report) {
        this.vertx = vertx;
        this.report = report;
        this.worker = new ReportWorker(vertx, "support");
    }

    /** Returns the endpoint of a report. */
    public static SupportRoute of(Vertx vertx, SupportReport report) {
        return new SupportRoute(vertx, report);
    }

    /**
     * Mounts the endpoint on a router.
     *
     * @param authentication puts the caller's user with its authorizations into the context, or fails the request; it decides
     *     about every request to the path, whatever the method
     * @return the mounted route; {@link Route#remove()} takes it off
     */
    public Route mount(Router router, AuthenticationHandler authentication) {
        return OperatorRoute.forAdministrators(this::handle).mount(vertx, router, PATH, authentication);
    }

    private void handle(RoutingContext context) {
        if (!busy.compareAndSet(false, true)) {
            HttpResponses.json(context, 409, BUSY);
            return;
        }
        Future<byte[]> made = worker.make(report::json);
        made.onComplete(over -> busy.set(false));
        worker.answer(context, made);
    }
}
