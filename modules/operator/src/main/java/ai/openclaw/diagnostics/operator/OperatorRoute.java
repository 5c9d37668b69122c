package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.http.route.CanonicalPath;
import ai.openclaw.diagnostics.http.route.HttpResponses;
import ai.openclaw.diagnostics.http.route.OperatorScope;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.AuthenticationHandler;

/** A path that only operators with a scope may read, in any spelling that has this canonical path. */
final class OperatorRoute {

    private final OperatorScope scope;
    private final Handler<RoutingContext> handler;

    private OperatorRoute(OperatorScope scope, Handler<RoutingContext> handler) {
        this.scope = scope;
        this.handler = handler;
    }

    /** Returns a route for those who may read; writing and administering include it. */
    static OperatorRoute forReaders(Handler<RoutingContext> handler) {
        return new OperatorRoute(OperatorScope.READ, handler);
    }

    /** Returns a route for administrators. */
    static OperatorRoute forAdministrators(Handler<RoutingContext> handler) {
        return new OperatorRoute(OperatorScope.ADMIN, handler);
    }

    /**
     * Mounts it.
     *
     * @param authentication decides about every request to the path, whatever the method
     */
    Route mount(Vertx vertx, Router router, String path, AuthenticationHandler authentication) {
        Router guarded = Router.router(vertx);
        guarded.route().handler(authentication).handler(this::handle);
        return router.route().handler(context -> {
            if (CanonicalPath.matches(path, context.request().path())) {
                guarded.handleContext(context);
            } else {
                context.next();
            }
        });
    }

    private void handle(RoutingContext context) {
        if (!scope.admits(context)) {
            return;
        }
        if (HttpResponses.isRead(context)) {
            handler.handle(context);
        } else {
            HttpResponses.methodNotAllowed(context);
        }
    }
}
