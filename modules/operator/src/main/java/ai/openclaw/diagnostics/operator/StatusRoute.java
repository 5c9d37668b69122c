package ai.openclaw.diagnostics.operator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.AuthenticationHandler;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of the status: {@value #PATH}, for callers with the scope {@code operator.read}.
 *
 * <p>Mounting is for the thread that sets up the router; a status is put together on a separate thread, one at a time, and
 * shared by all who ask meanwhile. The thread ends with Vert.x.
 */
public final class StatusRoute {

    /** The path of the endpoint, matched in any spelling that has this canonical path. */
    public static final String PATH = "/api/diagnostics/status";

    private final Vertx vertx;
    private final StatusReport report;
    private final ReportWorker worker;
    private @Nullable Future<byte[]> underWay; // guarded by this

    private StatusRoute(Vertx vertx, StatusReport report) {
        this.vertx = vertx;
        this.report = report;
        this.worker = new ReportWorker(vertx, "status");
    }

    /** Returns the endpoint of a report. */
    public static StatusRoute of(Vertx vertx, StatusReport report) {
        return new StatusRoute(vertx, report);
    }

    /**
     * Mounts the endpoint on a router.
     *
     * @param authentication puts the caller's user with its authorizations into the context, or fails the request; it decides
     *     about every request to the path, whatever the method
     * @return the mounted route; {@link Route#remove()} takes it off
     */
    public Route mount(Router router, AuthenticationHandler authentication) {
        return OperatorRoute.forReaders(this::handle).mount(vertx, router, PATH, authentication);
    }

    private void handle(RoutingContext context) {
        worker.answer(context, ask());
    }

    private synchronized Future<byte[]> ask() {
        Future<byte[]> current = underWay;
        if (current == null) {
            current = worker.make(this::put);
            underWay = current;
        }
        return current;
    }

    /** Who asks from now on gets the next one. */
    private JsonObject put() {
        synchronized (this) {
            underWay = null;
        }
        return report.json();
    }
}
