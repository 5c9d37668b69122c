package ai.openclaw.diagnostics.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.Authorization;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.AuthenticationHandler;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets callers in that present the Gateway's token as {@code Authorization: Bearer}, and in no other way. */
final class OperatorAuthentication {

    private static final String SCHEME = "Bearer ";

    /** Whoever has the token is an operator with all scopes. */
    private static final Set<Authorization> ALL_SCOPES = Stream.of(
                    "operator.admin",
                    "operator.read",
                    "operator.write",
                    "operator.approvals",
                    "operator.pairing",
                    "operator.talk.secrets")
            .map(PermissionBasedAuthorization::create)
            .collect(Collectors.toUnmodifiableSet());

    private final OperatorToken token;

    private OperatorAuthentication(OperatorToken token) {
        this.token = token;
    }

    /** Returns the handler for routes of operators: it fails a request with 401 or goes on with a user, never without. */
    static AuthenticationHandler handler(OperatorToken token) {
        return SimpleAuthenticationHandler.create().authenticate(new OperatorAuthentication(token)::authenticate);
    }

    private Future<User> authenticate(RoutingContext context) {
        String presented = bearer(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (presented == null || !token.matches(presented)) {
            return Future.failedFuture(new HttpException(401));
        }
        User operator = User.fromName("operator");
        operator.authorizations().put("gateway", ALL_SCOPES);
        return Future.succeededFuture(operator);
    }

    private static @Nullable String bearer(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String secret = header.substring(SCHEME.length()).strip();
        return secret.isEmpty() ? null : secret;
    }
}
