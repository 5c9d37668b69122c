package ai.openclaw.diagnostics.cli;

import static ai.openclaw.diagnostics.cli.InProcessGateway.CONFIG;
import static ai.openclaw.diagnostics.cli.InProcessGateway.METRICS;
import static ai.openclaw.diagnostics.cli.InProcessGateway.NOBODY;
import static ai.openclaw.diagnostics.cli.InProcessGateway.OPERATOR;
import static ai.openclaw.diagnostics.cli.InProcessGateway.WRONG;
import static ai.openclaw.diagnostics.cli.InProcessGateway.bearer;
import static ai.openclaw.diagnostics.cli.InProcessGateway.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.auth.AttemptLimit;
import ai.openclaw.diagnostics.auth.Caller;
import ai.openclaw.diagnostics.auth.ClientAddress;
import ai.openclaw.diagnostics.auth.OperatorSecret;
import ai.openclaw.diagnostics.auth.OperatorSecret.Mode;
import ai.openclaw.diagnostics.auth.RateLimiter;
import ai.openclaw.diagnostics.cli.InProcessGateway.Answer;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.gateway.GatewayOptions;
import ai.openclaw.diagnostics.http.route.HttpServers;
import ai.openclaw.diagnostics.monitoring.EventLoopHealth;
import ai.openclaw.diagnostics.monitoring.Probes;
import ai.openclaw.diagnostics.monitoring.Readiness;
import ai.openclaw.diagnostics.spi.GatewayContext;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the embedded Gateway's authentication and probes, bullet by bullet, over sockets. */
class AuthenticationContractTest {

    private static final String TOKEN = "OPENCLAW_GATEWAY_TOKEN";
    private static final String PASSWORD = "OPENCLAW_GATEWAY_PASSWORD";

    /** Addresses of callers elsewhere; the configuration of the tests trusts loopback as a proxy. */
    private static final String ELSEWHERE = "198.51.100.1";

    private static final String SOMEBODY_ELSE = "203.0.113.1";

    @TempDir
    private Path state;

    private InProcessGateway gateway;

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    /** Starts a Gateway that has this within {@code gateway.auth}, beside a token, and the exporter on. */
    private void start(String auth) throws IOException {
        gateway = InProcessGateway.start(CONFIG.formatted(auth), state);
    }

    private GatewayOptions options(String config, Map<String, String> environment, String... flags) throws IOException {
        return InProcessGateway.options(config, state, environment, flags);
    }

    private OperatorSecret secret(String auth, Map<String, String> environment) throws IOException {
        return options("{gateway: {auth: {" + auth + "}}}", environment).secret();
    }

    @Nested
    class ModesAndSecrets {

        @ParameterizedTest
        @CsvSource({"'token: \"t\"', TOKEN, t", "'password: \"p\"', PASSWORD, p"})
        void theModeIsThatOfTheOnlySecret(String auth, Mode mode, String presented) throws IOException {
            OperatorSecret secret = secret(auth, Map.of());
            assertThat(secret.mode()).isEqualTo(mode);
            assertThat(secret.matches(presented)).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"token, t, p", "password, p, t"})
        void aModeThatIsSetChoosesOfTwo(String mode, String right, String wrong) throws IOException {
            start("password: 'p', mode: '" + mode + "'");
            assertThat(gateway.get(METRICS, bearer(right.replace("t", "correct-horse")))
                            .status())
                    .isEqualTo(200);
            assertThat(gateway.get(METRICS, bearer(wrong.replace("t", "correct-horse")))
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void bothWithoutAModeRefuseToStart() {
            assertThatThrownBy(() -> secret("token: 't', password: 'p'", Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("gateway.auth: both token")
                    .hasMessageContaining("set gateway.auth.mode");
            assertThatThrownBy(() -> secret("token: 't'", Map.of(PASSWORD, "p")))
                    .isInstanceOf(ConfigException.class);
        }

        @Test
        void thereAreNoOtherModes() {
            assertThatThrownBy(() -> secret("mode: 'none'", Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("gateway.auth.mode: found a string, allowed \"token\" or \"password\"");
        }

        @Test
        void theConfigurationComesBeforeTheEnvironment() throws IOException {
            assertThat(secret("token: 'configured'", Map.of(TOKEN, "environment"))
                            .matches("configured"))
                    .isTrue();
            assertThat(secret("password: 'configured'", Map.of(PASSWORD, "environment"))
                            .matches("configured"))
                    .isTrue();
            assertThat(secret("", Map.of(TOKEN, "environment")).matches("environment"))
                    .isTrue();
            assertThat(secret("", Map.of(PASSWORD, "environment")).mode()).isEqualTo(Mode.PASSWORD);
        }

        @Test
        void withoutAnyATokenIsMadePrintedOnceAndKeptForItsOwnerAlone() throws IOException {
            GatewayOptions first = options("", Map.of(), "--port", "0", "--exporter");
            String token = first.secret().reveal();
            assertThat(first.secret().mode()).isEqualTo(Mode.TOKEN);
            gateway = InProcessGateway.start(first);
            assertThat(gateway.startScreen()).contains(token);
            assertThat(gateway.get(METRICS, bearer(token)).status()).isEqualTo(200);
            gateway.close();

            Path file = state.resolve("openclaw.json");
            assertThat(Files.readString(file)).contains(token);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");

            gateway = InProcessGateway.start(options("", Map.of(), "--port", "0", "--exporter"));
            assertThat(gateway.startScreen()).doesNotContain(token);
            assertThat(gateway.get(METRICS, bearer(token)).status()).isEqualTo(200);
        }
    }

    @Nested
    class Credentials {

        @ParameterizedTest
        @ValueSource(strings = {"Bearer correct-horse", "bearer correct-horse", "BEARER   correct-horse  "})
        void onlyABearerCountsItsSchemeInAnyCaseAndItsSecretTrimmed(String authorization) throws IOException {
            start("");
            assertThat(gateway.get(METRICS, Map.of("Authorization", authorization))
                            .status())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({
            "Authorization, Basic OmNvcnJlY3QtaG9yc2U=",
            "Authorization, correct-horse",
            "X-OpenClaw-Token, correct-horse",
            "Cookie, token=correct-horse"
        })
        void nothingElseIsACredential(String header, String value) throws IOException {
            start("");
            assertThat(gateway.get(METRICS, Map.of(header, value)).status()).isEqualTo(401);
        }

        @ParameterizedTest
        @ValueSource(strings = {"token", "access_token", "password"})
        void aQueryParameterIsNoCredential(String name) throws IOException {
            start("");
            assertThat(gateway.get(METRICS + "?" + name + "=correct-horse", NOBODY)
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void inPasswordModeTheBearerIsThePassword() throws IOException {
            start("password: 'open sesame', mode: 'password'");
            assertThat(gateway.get(METRICS, bearer("open sesame")).status()).isEqualTo(200);
            assertThat(gateway.get(METRICS, Map.of("Authorization", "Basic Om9wZW4gc2VzYW1l"))
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void aRefusalAsksForNoOtherScheme() throws IOException {
            start("");
            assertThat(gateway.get(METRICS, WRONG).headers()).noneMatch(it -> it.startsWith("www-authenticate"));
        }

        /** A comparison that ends at the first difference takes many times as long for what is nearly right. */
        @Test
        void theTimeOfAComparisonDoesNotTellHowMuchWasRight() {
            String right = "s".repeat(1 << 16);
            OperatorSecret secret = OperatorSecret.of(Mode.TOKEN, right, "the test");
            String nearlyRight = right.substring(1) + "x";
            String allWrong = "x" + right.substring(1);
            long nearlyRightNanos = Long.MAX_VALUE;
            long allWrongNanos = Long.MAX_VALUE;
            for (int round = 0;
                    round < 200;
                    round++) { // the least of many, by turns: what other work took is not in it
                nearlyRightNanos = Math.min(nearlyRightNanos, nanos(secret, nearlyRight));
                allWrongNanos = Math.min(allWrongNanos, nanos(secret, allWrong));
            }
            assertThat((double) nearlyRightNanos / allWrongNanos).isBetween(0.5, 2.0);
        }

        private long nanos(OperatorSecret secret, String presented) {
            long start = System.nanoTime();
            boolean matches = secret.matches(presented);
            long nanos = System.nanoTime() - start;
            assertThat(matches).isFalse();
            return nanos;
        }
    }

    @Nested
    class Scopes {

        @ParameterizedTest
        @ValueSource(strings = {"token", "password"})
        void aCallerHoldsAllOperatorScopes(String mode) throws IOException {
            gateway = InProcessGateway.start(
                    CONFIG.formatted("password: 'correct-horse', mode: '" + mode + "'"), state, new WhoAmI());
            assertThat(gateway.get("/whoami", OPERATOR).body())
                    .isEqualTo("[operator.admin, operator.approvals, operator.pairing, operator.read,"
                            + " operator.talk.secrets, operator.write]");
            assertThat(gateway.get("/whoami", NOBODY).status()).isEqualTo(401);
        }
    }

    @Nested
    class RateLimits {

        @Test
        void withoutASettingThereIsNone() throws IOException {
            start("");
            assertThat(gateway.statuses(15, from(ELSEWHERE, WRONG))).containsOnly(401);
        }

        @Test
        void anEmptyRateLimitHasTheDefaults() throws IOException {
            assertThat(options(CONFIG.formatted("rateLimit: {}"), Map.of()).rateLimit())
                    .isEqualTo(new AttemptLimit(10, 60_000, 300_000, true));
            start("rateLimit: {}");
            assertThat(gateway.statuses(12, WRONG)).as("loopback").containsOnly(401);
        }

        @Test
        void attemptsBeyondTheLimitGet429WhateverTheySay() throws IOException {
            start("rateLimit: {}");
            assertThat(gateway.statuses(10, from(ELSEWHERE, WRONG))).containsOnly(401);
            assertThat(gateway.get(METRICS, from(ELSEWHERE, WRONG)).status()).isEqualTo(429);
            assertThat(gateway.get(METRICS, from(ELSEWHERE, OPERATOR)).status()).isEqualTo(429);
            assertThat(gateway.ask(HttpMethod.POST, METRICS, from(ELSEWHERE, NOBODY))
                            .status())
                    .isEqualTo(429);
            assertThat(gateway.get(METRICS, from(SOMEBODY_ELSE, OPERATOR)).status())
                    .isEqualTo(200);
        }

        @Test
        void loopbackIsCountedWhereItIsNotExempt() throws IOException {
            start("rateLimit: {maxAttempts: 2, exemptLoopback: false}");
            assertThat(gateway.statuses(3, WRONG)).containsExactly(401, 401, 429);
        }

        @Test
        void aMissingCredentialDoesNotCount() throws IOException {
            start("rateLimit: {maxAttempts: 2}");
            assertThat(gateway.statuses(5, from(ELSEWHERE, NOBODY))).containsOnly(401);
            assertThat(gateway.get(METRICS, from(ELSEWHERE, OPERATOR)).status()).isEqualTo(200);
        }

        @Test
        void aSuccessClearsTheRecord() throws IOException {
            start("rateLimit: {maxAttempts: 2}");
            for (int round = 0; round < 3; round++) {
                assertThat(gateway.statuses(1, from(ELSEWHERE, WRONG))).containsExactly(401);
                assertThat(gateway.statuses(1, from(ELSEWHERE, OPERATOR))).containsExactly(200);
            }
        }

        @Test
        void theWindowSlidesAndTheLockEnds() {
            AtomicLong clockMs = new AtomicLong();
            RateLimiter limiter = RateLimiter.of(new AttemptLimit(2, 60_000, 300_000, false), clockMs::get);
            OperatorSecret secret = OperatorSecret.of(Mode.TOKEN, "correct-horse", "the test");
            try (AuthenticatedServer server = new AuthenticatedServer(secret, limiter, ClientAddress.ofSocket())) {
                assertThat(status(server, WRONG, clockMs, 0)).isEqualTo(401);
                assertThat(status(server, WRONG, clockMs, 60_000))
                        .as("the first is out of the window by now")
                        .isEqualTo(401);
                assertThat(status(server, WRONG, clockMs, 119_999))
                        .as("two within a minute")
                        .isEqualTo(401);
                assertThat(status(server, OPERATOR, clockMs, 119_999)).isEqualTo(429);
                assertThat(status(server, OPERATOR, clockMs, 419_998)).isEqualTo(429);
                assertThat(status(server, OPERATOR, clockMs, 419_999)).isEqualTo(200);
            }
        }

        private int status(AuthenticatedServer server, Map<String, String> headers, AtomicLong clockMs, long nowMs) {
            clockMs.set(nowMs);
            return AuthenticatedServer.statuses(server.get("Authorization: " + headers.get("Authorization")))
                    .get(0);
        }

        @Test
        void memoryStaysBoundedWhateverTheNumberOfAddresses() throws IOException {
            RateLimiter limiter = RateLimiter.of(AttemptLimit.defaults());
            for (int address = 0; address < 3 * RateLimiter.CAPACITY; address++) {
                byte[] bytes = {10, (byte) (address >> 16), (byte) (address >> 8), (byte) address};
                limiter.attempt(new Caller(InetAddress.getByAddress(bytes), false), false);
            }
            assertThat(limiter.tracked()).isEqualTo(RateLimiter.CAPACITY);
        }
    }

    @Nested
    class Bind {

        @Test
        void itIsLoopbackByDefault() throws IOException {
            assertThat(options("", Map.of()).host()).isEqualTo("127.0.0.1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"lan", "0.0.0.0", "192.0.2.7", "::"})
        void beyondLoopbackItRefusesToStartWithoutACredential(String bind) {
            assertThatThrownBy(() -> options("{gateway: {bind: '" + bind + "'}}", Map.of()))
                    .isInstanceOf(GatewayException.class)
                    .hasMessage("gateway.bind: found \"" + bind + "\" (openclaw.json:1) without a token or password;"
                            + " others could reach the Gateway. Set gateway.auth.token, OPENCLAW_GATEWAY_TOKEN or"
                            + " --token-file, or bind loopback.");
            assertThatThrownBy(() -> options("{}", Map.of(), "--bind", bind)).hasMessageContaining("(flag --bind)");
            assertThat(state.resolve("openclaw.json")).as("no token was made").hasContent("{}");
        }

        @Test
        void beyondLoopbackItStartsWithOne() throws IOException {
            assertThat(options("{gateway: {bind: 'lan', auth: {token: 't'}}}", Map.of())
                            .host())
                    .isEqualTo("0.0.0.0");
            assertThat(options("{gateway: {bind: 'lan'}}", Map.of(PASSWORD, "p"))
                            .host())
                    .isEqualTo("0.0.0.0");
        }
    }

    @Nested
    class ProbePaths {

        @ParameterizedTest
        @ValueSource(strings = {"/health", "/healthz"})
        void livenessNeedsNoCredential(String path) throws IOException {
            start("");
            Answer answer = gateway.get(path, NOBODY);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"ok\":true,\"status\":\"live\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/ready", "/readyz"})
        void readinessTellsALoopbackCallerOrABearerMoreThanOthers(String path) throws IOException {
            start("");
            for (Answer told : List.of(gateway.get(path, NOBODY), gateway.get(path, from(ELSEWHERE, OPERATOR)))) {
                assertThat(told.status()).isEqualTo(200);
                JsonObject body = new JsonObject(told.body());
                assertThat(body.fieldNames()).containsExactly("ready", "failing", "uptimeMs", "eventLoop");
                assertThat(body.getJsonObject("eventLoop").fieldNames())
                        .containsExactly(
                                "degraded",
                                "reasons",
                                "intervalMs",
                                "delayP99Ms",
                                "delayMaxMs",
                                "utilization",
                                "cpuCoreRatio");
            }
            for (Map<String, String> stranger : List.of(NOBODY, WRONG)) {
                assertThat(gateway.get(path, from(ELSEWHERE, stranger)).body()).isEqualTo("{\"ready\":true}");
            }
        }

        @Test
        void whatIsNotReadyIs503() throws IOException {
            List<String> failing = new CopyOnWriteArrayList<>();
            Vertx vertx = Vertx.vertx();
            try {
                Router router = Router.router(vertx);
                Readiness readiness = Readiness.of(() -> failing);
                readiness.started();
                Probes.mount(router, readiness, () -> new EventLoopHealth(List.of(), 0, 0, 0, 0, 0), context -> false);
                HttpServer server = AuthenticatedServer.await(
                        HttpServers.create(vertx, router).listen(0, "127.0.0.1"));
                String readyz = "http://127.0.0.1:" + server.actualPort() + "/readyz";
                assertThat(Loopback.get(readyz, NOBODY).statusCode()).isEqualTo(200);
                failing.add("state-dir");
                assertThat(Loopback.get(readyz, NOBODY).statusCode()).isEqualTo(503);
                assertThat(Loopback.get(readyz, NOBODY).body()).isEqualTo("{\"ready\":false}");
            } finally {
                AuthenticatedServer.await(vertx.close());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/health", "/healthz", "/ready", "/readyz"})
        void answersAreNotStoredHeadWorksAndOtherMethodsAre405(String path) throws IOException {
            start("");
            Answer head = gateway.ask(HttpMethod.HEAD, path, NOBODY);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers()).contains("cache-control: no-store");
            for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.DELETE, HttpMethod.OPTIONS)) {
                Answer other = gateway.ask(method, path, OPERATOR);
                assertThat(other.status()).isEqualTo(405);
                assertThat(other.headers()).contains("cache-control: no-store", "allow: GET, HEAD");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/HEALTH", "/Readyz", "/health/", "/%72eady", "//readyz", "/./healthz"})
        void onlyTheExactPathInLowerCaseIsAProbe(String path) throws IOException {
            start("");
            assertThat(gateway.get(path, OPERATOR).status()).isEqualTo(404);
        }
    }

    /** Tells an operator which scopes he holds. */
    private static final class WhoAmI implements GatewayPlugin {

        @Override
        public String id() {
            return "whoami";
        }

        @Override
        public String description() {
            return "for the test";
        }

        @Override
        public Deployable create(GatewayContext gateway) {
            return new VerticleBase() {
                @Override
                public Future<?> start() {
                    gateway.router()
                            .get("/whoami")
                            .handler(gateway.authentication())
                            .handler(WhoAmI::tell);
                    return Future.succeededFuture();
                }
            };
        }

        private static void tell(RoutingContext context) {
            List<String> scopes = new ArrayList<>();
            context.user()
                    .authorizations()
                    .forEach((provider, scope) -> scopes.add(((PermissionBasedAuthorization) scope).getPermission()));
            context.end(scopes.stream().sorted().toList().toString());
        }
    }
}
