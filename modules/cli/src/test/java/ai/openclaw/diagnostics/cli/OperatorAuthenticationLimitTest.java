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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What too many wrong secrets lead to, and for whom, over real sockets and with a clock that stands. */
class OperatorAuthenticationLimitTest {

    private static final String RIGHT = "Authorization: Bearer s3cret";
    private static final String WRONG = "Authorization: Bearer wrong";
    private static final String RATE_LIMITED =
            "{\"error\":{\"message\":\"Too many failed authentication attempts. Please try again later.\",\"type\":\"rate_limited\"}}";

    private static final List<String> PASSED_ON = List.of(
            "X-Forwarded-For: 127.0.0.1",
            "Forwarded: for=1.1.1.1",
            "x-real-ip: ::1",
            "Via: 1.1 proxy",
            "X-Forwarded-Proto: https",
            "X-Original-Forwarded-For: 1.1.1.1",
            "True-Client-IP: 1.1.1.1",
            "CF-Connecting-IP: 1.1.1.1",
            "Tailscale-User-Login: alice");

    private final AtomicLong clockMs = new AtomicLong();
    private final RateLimiter limiter = RateLimiter.of(new AttemptLimit(3, 60_000, 5_500, false), clockMs::get);
    private final AuthenticatedServer server = serverOf(ClientAddress.behind(List.of("127.0.0.1")));

    private AuthenticatedServer serverOf(ClientAddress addresses) {
        return new AuthenticatedServer(OperatorSecret.of(Mode.TOKEN, "s3cret", "the test"), limiter, addresses);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tooManyWrongSecretsLockOutForAWhileWhateverComes() {
        assertThat(statuses(server.exchange(wrongTimes(3)))).containsExactly(401, 401, 401);
        String locked = server.get(RIGHT);
        assertThat(statuses(locked)).containsExactly(429);
        assertThat(locked)
                .contains(RATE_LIMITED, "application/json; charset=utf-8", "X-Content-Type-Options: nosniff")
                .containsIgnoringCase("Cache-Control: no-store\r\n")
                .containsIgnoringCase("Retry-After: 6\r\n"); // 5.5 s
        assertThat(statuses(
                        server.exchange(request("HEAD", ScrapeRoute.PATH), request("POST", ScrapeRoute.PATH, WRONG))))
                .containsExactly(429, 429);
        clockMs.addAndGet(5_499);
        assertThat(server.get()).containsIgnoringCase("Retry-After: 1\r\n");
        clockMs.addAndGet(1);
        assertThat(statuses(server.get(RIGHT))).containsExactly(200);
    }

    @Test
    void aSuccessForgivesAndWhatIsMissingDoesNotCount() {
        String missing = request("GET", ScrapeRoute.PATH);
        String wrong = request("GET", ScrapeRoute.PATH, WRONG);
        String right = request("GET", ScrapeRoute.PATH, RIGHT);
        String answers =
                server.exchange(wrong, wrong, missing, missing, right, wrong, wrong, right, wrong, wrong, wrong, right);
        assertThat(statuses(answers)).containsExactly(401, 401, 401, 401, 200, 401, 401, 200, 401, 401, 401, 429);
    }

    /** A proxy on this machine that is not in gateway.trustedProxies: what it passes on is not a loopback caller's. */
    @Test
    void callersBehindALocalProxyAreNotExempt() {
        RateLimiter exempting = RateLimiter.of(new AttemptLimit(3, 60_000, 5_500, true), clockMs::get);
        try (AuthenticatedServer behindProxy = new AuthenticatedServer(
                OperatorSecret.of(Mode.TOKEN, "s3cret", "the test"), exempting, ClientAddress.ofSocket())) {
            for (String header : PASSED_ON) {
                String proxied = request("GET", ScrapeRoute.PATH, WRONG, header);
                assertThat(statuses(behindProxy.exchange(proxied, proxied, proxied, proxied)))
                        .containsExactly(401, 401, 401, 429);
                assertThat(statuses(behindProxy.exchange(wrongTimes(5)))).containsOnly(401);
                assertThat(statuses(behindProxy.get(RIGHT))).containsExactly(200);
                clockMs.addAndGet(5_500);
            }
        }
    }

    @Test
    void aTrustedProxyTellsCallersApart() {
        String answers = server.exchange(Stream.concat(
                        Stream.generate(() -> request(
                                        "GET", ScrapeRoute.PATH, WRONG, "X-Forwarded-For: 1.1.1.1, 198.51.100.1"))
                                .limit(4),
                        Stream.of(
                                request("GET", ScrapeRoute.PATH, RIGHT, "X-Forwarded-For: 1.1.1.1"),
                                request("GET", ScrapeRoute.PATH, RIGHT, "X-Forwarded-For: 198.51.100.1")))
                .toArray(String[]::new));
        assertThat(statuses(answers)).containsExactly(401, 401, 401, 429, 200, 429);
    }

    @Test
    void otherCallersCannotClaimAnAddress() {
        try (AuthenticatedServer direct = serverOf(ClientAddress.ofSocket())) {
            String answers = direct.exchange(Stream.of("1.1.1.1", "2.2.2.2", "3.3.3.3", "4.4.4.4")
                    .map(forged -> request("GET", ScrapeRoute.PATH, WRONG, "X-Forwarded-For: " + forged))
                    .toArray(String[]::new));
            assertThat(statuses(answers)).containsExactly(401, 401, 401, 429);
        }
    }

    @Test
    void aProbeLearnsWhoIsAnOperatorButConfirmsNoGuessForEver() {
        assertThat(probe(RIGHT)).contains("operator: true");
        assertThat(probe("X-Nothing: at all")).contains("operator: false");
        assertThat(statuses(server.exchange(Stream.generate(() -> request("GET", "/probe", WRONG))
                        .limit(3)
                        .toArray(String[]::new))))
                .containsOnly(200);
        assertThat(probe(RIGHT)).contains("operator: false");
        assertThat(statuses(server.get(RIGHT))).containsExactly(200);
        clockMs.addAndGet(5_500);
        assertThat(probe(RIGHT)).contains("operator: true");
    }

    @Test
    void onlyARequestWithoutAProxyIsLocal() {
        try (AuthenticatedServer direct = serverOf(ClientAddress.ofSocket())) {
            assertThat(direct.exchange(request("GET", "/probe"))).contains("local: true");
            for (String header : PASSED_ON) {
                assertThat(direct.exchange(request("GET", "/probe", header)))
                        .as(header)
                        .contains("local: false");
            }
            for (String header : List.of("X-Request-Id: via", "Viaduct: 1", "X-Forward: 1", "Accept: */*")) {
                assertThat(direct.exchange(request("GET", "/probe", header)))
                        .as(header)
                        .contains("local: true");
            }
        }
        assertThat(probe("X-Forwarded-For: 127.0.0.1")).contains("local: true");
        assertThat(probe("X-Forwarded-For: 198.51.100.1")).contains("local: false");
        assertThat(probe("X-Real-IP: 198.51.100.1")).contains("local: false"); // a trusted proxy that names no client
    }

    private String probe(String header) {
        return server.exchange(request("GET", "/probe", header));
    }

    private static String[] wrongTimes(int times) {
        return Stream.generate(() -> request("GET", ScrapeRoute.PATH, WRONG))
                .limit(times)
                .toArray(String[]::new);
    }
}
