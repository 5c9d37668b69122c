package ai.openclaw.diagnostics.http.route;

import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.Authorization;
import io.vertx.ext.auth.authorization.OrAuthorization;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.RoutingContext;
import java.util.stream.Stream;

/** What an operator may do at a route, as permissions that an authentication handler gives to users. Any thread. */
public enum OperatorScope {

    /** Reading; writing and administering include it. */
    READ("operator.read", "operator.write", "operator.admin"),

    /** Writing; administering includes it. */
    WRITE("operator.write", "operator.admin"),

    /** Administering. */
    ADMIN("operator.admin");

    private final String permission;
    private final Authorization authorization;

    OperatorScope(String permission, String... including) {
        this.permission = permission;
        OrAuthorization any = OrAuthorization.create();
        Stream.concat(Stream.of(permission), Stream.of(including))
                .forEach(one -> any.addAuthorization(PermissionBasedAuthorization.create(one)));
        this.authorization = any;
    }

    /**
     * Answers a request whose user lacks this scope: 403, or 401 where an authentication handler passed without a user.
     *
     * @return whether the user has it; else the request is answered
     */
    public boolean admits(RoutingContext context) {
        User user = context.user();
        if (user == null) {
            HttpResponses.unauthorized(context);
        } else if (!authorization.match(user)) {
            HttpResponses.notCached(context);
            HttpResponses.text(context, 403, "missing scope: " + permission);
        } else {
            return true;
        }
        return false;
    }
}
