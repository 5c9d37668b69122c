package ai.openclaw.diagnostics.cli;

import static ai.openclaw.diagnostics.cli.AuthenticatedServer.request;
import static ai.openclaw.diagnostics.cli.AuthenticatedServer.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.auth.AttemptLimit;
import ai.openclaw.diagnostics.auth.ClientAddress;
import ai.openclaw.diagnostics.auth.OperatorSecret;
import ai.openclaw.diagnostics.auth.OperatorSecret.Mode;
import ai.openclaw.diagnostics.auth.RateLimiter;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, who is refused and who is locked out, over real sockets. */
class OperatorAuthenticationTest {

    private static final String RIGHT = "Authorization: Bearer s3cret";
    private static final String WRONG = "Authorization: Bearer wrong";
    private static final String UNAUTHORIZED = "{\"error\":{\"message\":\"Unauthorized\",\"type\":\"unauthorized\"}}";

    private final RateLimiter limiter = RateLimiter.of(new AttemptLimit(3, 60_000, 5_500, false));
    private final OperatorSecret secret = OperatorSecret.of(Mode.TOKEN, "s3cret", "the test");
    private final AuthenticatedServer server = serverOf(secret, ClientAddress.behind(List.of("127.0.0.1")));

    private AuthenticatedServer serverOf(OperatorSecret presented, ClientAddress addresses) {
        return new AuthenticatedServer(presented, limiter, addresses);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer s3cret",
                "authorization: bearer s3cret",
                "Authorization: BEARER  \t s3cret \t ",
            })
    void theSecretLetsIn(String header) {
        String answer = server.get(header);
        assertThat(statuses(answer)).containsExactly(200);
        assertThat(answer)
                .contains(
                        AuthenticatedServer.EXPOSITION,
                        "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: no-referrer");
    }

    static Stream<String> malformed() {
        return Stream.of(
                "X-Nothing: at all",
                "Authorization: ",
                "Authorization: Bearer",
                "Authorization: Bearer ",
                "Authorization: Bearer \t ",
                "Authorization: Bearers3cret",
                "Authorization: Bearer\ts3cret",
                "Authorization: \u00e9Bearer s3cret",
                "Authorization: s3cret",
                "Authorization: Token s3cret",
                "Authorization: Basic OnMzY3JldA==",
                "X-OpenClaw-Token: s3cret",
                "Cookie: token=s3cret",
                "Proxy-Authorization: Bearer s3cret",
                RIGHT + "\r\n" + RIGHT,
                RIGHT + "\r\n" + WRONG,
                WRONG + "\r\n" + RIGHT);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoBearerIsRefusedAndNotCounted(String header) {
        for (int i = 0; i < 5; i++) {
            assertRefused(server.get(header));
        }
        assertThat(limiter.tracked()).isZero();
    }

    static Stream<String> wrong() {
        return Stream.of(
                WRONG,
                "Authorization: Bearer S3CRET",
                "Authorization: Bearer s3cret, Bearer s3cret",
                "Authorization: Bearer Bearer s3cret",
                "Authorization: Bearer s3 cret",
                "Authorization: Bearer s3cre",
                "Authorization: Bearer s3crett",
                "Authorization: Bearer s3cr\u00e9t",
                "Authorization: Bearer \u00ff\u00fe\u0080",
                "Authorization: Bearer " + "x".repeat(8192));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongSecretIsRefusedAndCounted(String header) {
        assertRefused(server.get(header));
        assertThat(limiter.tracked()).isEqualTo(1);
    }

    private static void assertRefused(String answer) {
        assertThat(statuses(answer)).containsExactly(401);
        assertThat(answer)
                .contains(UNAUTHORIZED, "application/json; charset=utf-8", "X-Content-Type-Options: nosniff")
                .doesNotContainIgnoringCase("www-authenticate")
                .doesNotContain(AuthenticatedServer.EXPOSITION);
    }

    @Test
    void anOperatorHasAllScopes() {
        assertThat(server.exchange(request("GET", "/user", RIGHT)))
                .contains("operator: [operator.admin, operator.approvals, operator.pairing, operator.read,"
                        + " operator.talk.secrets, operator.write]");
        assertThat(statuses(server.exchange(request("GET", "/user", WRONG)))).containsExactly(401);
    }

    @Test
    void theQueryIsNoCredential() {
        String answers = server.exchange(
                request("GET", ScrapeRoute.PATH + "?token=s3cret&access_token=s3cret&password=s3cret"),
                request("GET", ScrapeRoute.PATH + "?token=wrong", RIGHT));
        assertThat(statuses(answers)).containsExactly(401, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"})
    void authenticationComesBeforeTheMethodEvenOfAPreflight(String method) {
        String preflight = "Access-Control-Request-Headers: Authorization";
        String answers = server.exchange(
                request(method, ScrapeRoute.PATH, preflight),
                request(method, ScrapeRoute.PATH, preflight, WRONG),
                request(method, ScrapeRoute.PATH, preflight, RIGHT));
        assertThat(statuses(answers)).containsExactly(401, 401, 405);
    }

    @Test
    void aPasswordBeyondAsciiComesInUtf8() {
        OperatorSecret password = OperatorSecret.of(Mode.PASSWORD, "p\u00e4ssw\u00f6rt \u20ac", "the test");
        try (AuthenticatedServer other = serverOf(password, ClientAddress.ofSocket())) {
            assertThat(statuses(other.get("Authorization: Bearer p\u00c3\u00a4ssw\u00c3\u00b6rt \u00e2\u0082\u00ac")))
                    .containsExactly(200);
            assertThat(statuses(other.get("Authorization: Bearer p\u00e4ssw\u00f6rt ?")))
                    .containsExactly(401);
        }
    }
}
