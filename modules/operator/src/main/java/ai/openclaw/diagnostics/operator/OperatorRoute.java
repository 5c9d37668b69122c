package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.http.route.CanonicalPath;
import ai.openclaw.diagnostics.http.route.HttpResponses;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.Authorization;
import io.vertx.ext.auth.authorization.OrAuthorization;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.AuthenticationHandler;

/** A path that only operators with a scope may read, in any spelling that has this canonical path. */
final class OperatorRoute {

    private static final String ADMIN = "operator.admin";

    private final String scope;
    private final Authorization authorization;
    private final Handler<RoutingContext> handler;

    private OperatorRoute(String scope, Authorization authorization, Handler<RoutingContext> handler) {
        this.scope = scope;
        this.authorization = authorization;
        this.handler = handler;
    }

    /** Returns a route for those who may read; writing and administering include it. */
    static OperatorRoute forReaders(Handler<RoutingContext> handler) {
        return new OperatorRoute(
                "operator.read",
                OrAuthorization.create()
                        .addAuthorization(PermissionBasedAuthorization.create("operator.read"))
                        .addAuthorization(PermissionBasedAuthorization.create("operator.write"))
                        .addAuthorization(PermissionBasedAuthorization.create(ADMIN)),
                handler);
    }

    /** Returns a route for administrators. */
    static OperatorRoute forAdministrators(Handler<RoutingContext> handler) {
        return new OperatorRoute(ADMIN, PermissionBasedAuthorization.create(ADMIN), handler);
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
        User user = context.user();
        if (user == null) { // an authentication handler that let nobody in particular pass
            HttpResponses.unauthorized(context);
        } else if (!authorization.match(user)) {
            HttpResponses.text(context, 403, "missing scope: " + scope);
        } else if (!HttpResponses.isRead(context)) {
            HttpResponses.methodNotAllowed(context);
        } else {
            handler.handle(context);
        }
    }
}
