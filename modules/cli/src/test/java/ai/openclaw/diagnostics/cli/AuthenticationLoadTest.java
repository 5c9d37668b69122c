package ai.openclaw.diagnostics.cli;

import static ai.openclaw.diagnostics.cli.AuthenticatedServer.await;
import static ai.openclaw.diagnostics.cli.AuthenticatedServer.request;
import static ai.openclaw.diagnostics.cli.AuthenticatedServer.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.auth.AttemptLimit;
import ai.openclaw.diagnostics.auth.ClientAddress;
import ai.openclaw.diagnostics.auth.OperatorSecret;
import ai.openclaw.diagnostics.auth.OperatorSecret.Mode;
import ai.openclaw.diagnostics.auth.RateLimiter;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many guesses, many addresses, long secrets; HTTP/1.1 and HTTP/2 with prior knowledge. */
class AuthenticationLoadTest {

    private static final int GUESSES = 1_000;

    /** A server closes the connection of a client that sends many more without reading. */
    private static final int PIPELINED = 100;

    private static final String LONG_SECRET = "s".repeat(8192);

    private final AtomicLong clockMs = new AtomicLong();
    private final RateLimiter limiter = RateLimiter.of(new AttemptLimit(10, 60_000, 300_000, false), clockMs::get);
    private final AuthenticatedServer server = new AuthenticatedServer(
            OperatorSecret.of(Mode.TOKEN, LONG_SECRET, "the test"),
            limiter,
            ClientAddress.behind(List.of("127.0.0.1")));
    private final HttpClient http1 = client(HttpVersion.HTTP_1_1);
    private final HttpClient http2 = client(HttpVersion.HTTP_2);

    private HttpClient client(HttpVersion version) {
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(version)
                .setHttp2ClearTextUpgrade(false)
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(server.port);
        return server.vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(100).setHttp2MaxSize(4));
    }

    private HttpClient client(int version) {
        return version == 1 ? http1 : http2;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void tenOfAThousandParallelGuessesGetAnAnswer(int version) {
        List<Future<Integer>> guesses = IntStream.range(0, GUESSES)
                .mapToObj(guess -> status(version, "Bearer guess " + guess))
                .toList();
        await(Future.join(guesses));
        assertThat(guesses.stream().filter(guess -> guess.result() == 401)).hasSize(10);
        assertThat(guesses.stream().filter(guess -> guess.result() == 429)).hasSize(GUESSES - 10);
        assertThat(await(status(version, "Bearer " + LONG_SECRET))).isEqualTo(429);
        clockMs.addAndGet(300_000);
        assertThat(await(status(version, "Bearer " + LONG_SECRET))).isEqualTo(200);
    }

    @Test
    void parallelGuessesOfManyAddressesAreCountedExactlyForEach() {
        for (int caller = 0; caller < 50; caller++) {
            String address = "2001:db8:0:" + caller + "::7";
            List<Future<Integer>> guesses = IntStream.range(0, 40)
                    .mapToObj(guess -> guess(http1, address))
                    .toList();
            await(Future.join(guesses));
            assertThat(guesses.stream().filter(guess -> guess.result() == 401)).hasSize(10);
            assertThat(guesses.stream().filter(guess -> guess.result() == 429)).hasSize(30);
        }
    }

    /** A guess that takes long to compare, so that others are between the first look at the lock and the count. */
    private static Future<Integer> guess(HttpClient client, String address) {
        return client.request(HttpMethod.GET, ScrapeRoute.PATH)
                .compose(request -> request.putHeader("Authorization", "Bearer " + "x".repeat(12_000))
                        .putHeader("X-Forwarded-For", address)
                        .send())
                .compose(response -> response.body().map(body -> response.statusCode()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSecretOf8KibIsCompared(int version) {
        assertThat(await(status(version, "Bearer " + LONG_SECRET))).isEqualTo(200);
        assertThat(await(status(version, "Bearer " + "x".repeat(8192)))).isEqualTo(401);
        assertThat(limiter.tracked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aHeaderBeyondTheServersLimitIsNoAttempt(int version) {
        Future<Integer> tooLong = status(version, "Bearer " + "x".repeat(AuthenticatedServer.MAX_HEADER_BYTES));
        await(tooLong.otherwise(431)); // answered so or, since the server does not read on, not at all
        assertThat(tooLong.failed() || tooLong.result() == 431).isTrue();
        assertThat(statuses(server.get("Authorization: Bearer " + LONG_SECRET))).containsExactly(200);
        assertThat(limiter.tracked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatIsNoBearerIsRefusedAndNotCounted(int version) {
        assertThat(await(status(version))).isEqualTo(401);
        assertThat(await(status(version, "Bearer\t" + LONG_SECRET.substring(1))))
                .isEqualTo(401);
        assertThat(await(status(version, "Bearer a", "Bearer b"))).isEqualTo(401);
        assertThat(limiter.tracked()).isZero();
        assertThat(await(status(version, "Bearer \u00ff\u0080"))).isEqualTo(401);
        assertThat(limiter.tracked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anAuthenticatedPreflightIsAnotherMethod(int version) {
        Future<Integer> status = client(version)
                .request(HttpMethod.OPTIONS, ScrapeRoute.PATH)
                .compose(request -> request.putHeader("Authorization", "Bearer " + LONG_SECRET)
                        .putHeader("Access-Control-Request-Headers", "authorization")
                        .send())
                .map(HttpClientResponse::statusCode);
        assertThat(await(status)).isEqualTo(405);
    }

    @ParameterizedTest
    @EnumSource(java.net.http.HttpClient.Version.class)
    void theClientOfTheJdkIsServedInBothVersions(java.net.http.HttpClient.Version version) throws Exception {
        java.net.http.HttpClient jdk =
                java.net.http.HttpClient.newBuilder().version(version).build();
        HttpRequest.Builder get = HttpRequest.newBuilder(URI.create(server.url()));
        assertThat(jdk.send(get.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        HttpResponse<String> answer = jdk.send(
                get.header("Authorization", "Bearer " + LONG_SECRET).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(AuthenticatedServer.EXPOSITION);
        assertThat(answer.version()).isEqualTo(version);
    }

    @Test
    void pipelinedGuessesAreAnsweredInOrder() {
        String[] requests = IntStream.range(0, PIPELINED)
                .mapToObj(guess -> request("GET", ScrapeRoute.PATH, "Authorization: Bearer " + guess))
                .toArray(String[]::new);
        List<Integer> statuses = statuses(server.exchange(requests));
        assertThat(statuses).hasSize(PIPELINED);
        assertThat(statuses.subList(0, 10)).containsOnly(401);
        assertThat(statuses.subList(10, PIPELINED)).containsOnly(429);
    }

    @Test
    void aFloodOfAddressesEndsNoLock() {
        guessFrom(i -> "198.51.100.1", 10);
        guessFrom(i -> "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255), 2 * RateLimiter.CAPACITY);
        assertThat(limiter.tracked()).isEqualTo(RateLimiter.CAPACITY);
        assertThat(statuses(server.get("Authorization: Bearer " + LONG_SECRET, "X-Forwarded-For: 198.51.100.1")))
                .containsExactly(429);
    }

    /** Wrong guesses, pipelined, a hundred on each connection. */
    private void guessFrom(java.util.function.IntFunction<String> address, int guesses) {
        for (int from = 0; from < guesses; from += PIPELINED) {
            String[] requests = IntStream.range(from, Math.min(guesses, from + PIPELINED))
                    .mapToObj(i -> request(
                            "GET", ScrapeRoute.PATH, "Authorization: Bearer x", "X-Forwarded-For: " + address.apply(i)))
                    .toArray(String[]::new);
            assertThat(statuses(server.exchange(requests)))
                    .hasSize(requests.length)
                    .containsOnly(401);
        }
    }

    private Future<Integer> status(int version, String... authorization) {
        return client(version)
                .request(HttpMethod.GET, ScrapeRoute.PATH)
                .compose(request -> {
                    for (String value : authorization) {
                        request.headers().add("Authorization", value);
                    }
                    return request.send();
                })
                .compose(response -> response.body().map(body -> response.statusCode()));
    }
}
