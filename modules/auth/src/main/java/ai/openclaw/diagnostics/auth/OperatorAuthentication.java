package ai.openclaw.diagnostics.auth;

import ai.openclaw.diagnostics.http.route.HttpResponses;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.Authorization;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.AuthenticationHandler;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers in that present the Gateway's secret as {@code Authorization: Bearer}, and in no other way.
 *
 * <p>A request without a credential in that form is refused and not counted; a wrong secret is refused and counted; who
 * is locked out gets 429 whatever the request holds. Any number of event loops may share one.
 */
public final class OperatorAuthentication {

    private static final String SCHEME = "Bearer ";
    private static final String RATE_LIMITED =
            "{\"error\":{\"message\":\"Too many failed authentication attempts. Please try again later.\","
                    + "\"type\":\"rate_limited\"}}";

    /** A caller with the secret is an operator with all scopes. */
    private static final Set<Authorization> ALL_SCOPES = Stream.of(
                    "operator.admin",
                    "operator.read",
                    "operator.write",
                    "operator.approvals",
                    "operator.pairing",
                    "operator.talk.secrets")
            .map(PermissionBasedAuthorization::create)
            .collect(Collectors.toUnmodifiableSet());

    /** Vert.x lets only its own handlers put a user into a context. */
    private static final AuthenticationHandler LET_IN =
            SimpleAuthenticationHandler.create().authenticate(context -> Future.succeededFuture(operator()));

    private final OperatorSecret secret;
    private final @Nullable RateLimiter limiter;
    private final @Nullable RateLimiter probeLimiter;
    private final ClientAddress addresses;
    private final LongAdder wrong = new LongAdder();
    private final LongAdder missing = new LongAdder();
    private final LongAdder lockedOut = new LongAdder();

    private OperatorAuthentication(OperatorSecret secret, @Nullable RateLimiter limiter, ClientAddress addresses) {
        this.secret = secret;
        this.limiter = limiter;
        this.probeLimiter = limiter == null ? null : limiter.sibling();
        this.addresses = addresses;
    }

    /**
     * Returns the authentication of one Gateway.
     *
     * @param limiter counts wrong secrets; without one, callers may guess for ever
     */
    public static OperatorAuthentication of(
            OperatorSecret secret, @Nullable RateLimiter limiter, ClientAddress addresses) {
        return new OperatorAuthentication(secret, limiter, addresses);
    }

    /** Returns the handler for routes of operators: it goes on with a user or answers, it never goes on without. */
    public AuthenticationHandler handler() {
        return this::handle;
    }

    /**
     * Tells whether a request to a route that needs no credential carries the right one.
     *
     * <p>Never answers, and never locks a caller out of the routes of operators. Wrong secrets are counted apart from theirs:
     * a caller that guessed too often here gets {@code false}, else these routes would confirm any number of guesses.
     */
    public boolean isOperator(HttpServerRequest request) {
        return judge(request, probeLimiter).isRight();
    }

    /** Returns how many requests were refused at the routes of operators. */
    public AuthenticationCounts counts() {
        return new AuthenticationCounts(wrong.sum(), missing.sum(), lockedOut.sum());
    }

    private void handle(RoutingContext context) {
        // a CORS preflight that asks for Authorization is one that Vert.x would let pass without a user
        context.request().headers().remove(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        Verdict verdict = judge(context.request(), limiter);
        if (verdict.isRight()) {
            LET_IN.handle(context);
        } else if (verdict.lockedMs() > 0) {
            lockedOut.increment();
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString((verdict.lockedMs() + 999) / 1000));
            HttpResponses.json(context, 429, RATE_LIMITED);
        } else {
            (bearer(context.request()) == null ? missing : wrong).increment();
            context.fail(401);
        }
    }

    private Verdict judge(HttpServerRequest request, @Nullable RateLimiter counting) {
        String presented = bearer(request);
        if (counting == null) {
            return new Verdict(presented != null && secret.matches(presented), 0);
        }
        Caller caller = addresses.caller(request);
        long lockedMs = counting.lockedMs(caller);
        if (lockedMs > 0 || presented == null) {
            return new Verdict(false, lockedMs);
        }
        boolean right = secret.matches(presented);
        return new Verdict(right, counting.attempt(caller, right)); // others may have locked the address by now
    }

    private static @Nullable String bearer(HttpServerRequest request) {
        List<String> headers = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.size() != 1 || !headers.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String presented = headers.get(0).substring(SCHEME.length()).strip();
        return presented.isEmpty() ? null : presented;
    }

    private static User operator() {
        User operator = User.fromName("operator");
        operator.authorizations().put("gateway", ALL_SCOPES);
        return operator;
    }

    /** What a request is worth. */
    private record Verdict(boolean matches, long lockedMs) {

        boolean isRight() {
            return matches && lockedMs == 0;
        }
    }
}
