package ai.openclaw.diagnostics.plugin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.AuthenticationHandler;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Lets those read who present one token as a bearer; compared in constant time. */
final class TokenAuthentication {

    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    private TokenAuthentication(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    static AuthenticationHandler handler(String token) {
        return SimpleAuthenticationHandler.create().authenticate(new TokenAuthentication(token)::authenticate);
    }

    private Future<User> authenticate(RoutingContext context) {
        if (!matches(context.request().getHeader(HttpHeaders.AUTHORIZATION))) {
            return Future.failedFuture(new HttpException(401));
        }
        User scraper = User.fromName("scraper");
        scraper.authorizations().put("token", PermissionBasedAuthorization.create("operator.read"));
        return Future.succeededFuture(scraper);
    }

    /** Vert.x has a header as a character for each byte; tokens beyond ASCII come in UTF-8. */
    private boolean matches(@Nullable String header) {
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        token, header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.ISO_8859_1));
    }
}
