package ai.openclaw.diagnostics.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.AuthenticationHandler;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The exporter goes and comes back, again and again, under threads that publish without pause.
 *
 * <p>Each publisher numbers its events from 1 on and hands the number over as a duration in milliseconds. From the count
 * and the exact sum that a scrape shows for it follows which of its events are in there: so many that follow each other.
 */
class RedeploymentTest {

    private static final int PUBLISHERS = 3;
    private static final int LIFETIMES = 12;
    private static final int SCRAPES = 4;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final Router router = Router.router(vertx);
    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final List<Publisher> publishers =
            IntStream.range(0, PUBLISHERS).mapToObj(Publisher::new).toList();
    private int port;

    @BeforeEach
    void begin() throws Exception {
        port = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"))
                .actualPort();
        publishers.forEach(Publisher::start);
    }

    @AfterEach
    void end() throws Exception {
        for (Publisher publisher : publishers) {
            publisher.goOn = false;
            publisher.join();
        }
        await(vertx.close());
    }

    @Test
    void anEventCountsInTheDeploymentItWasPublishedInOnly() throws Exception {
        List<Long> publishedBefore = ended();
        for (int lifetime = 0; lifetime < LIFETIMES; lifetime++) {
            String deployment = await(vertx.deployVerticle(exporter()));
            List<Long> begunByThen = begun();
            awaitOneMoreOfEach(begunByThen);
            for (int scrape = 0; scrape < SCRAPES; scrape++) {
                List<Long> publishedUntil = ended();
                List<Range> counted = ranges(scrape());
                List<Long> begunUntil = begun();
                for (int i = 0; i < PUBLISHERS; i++) {
                    assertThat(counted.get(i).first)
                            .as("first event of publisher %d that counts in lifetime %d", i, lifetime)
                            .isGreaterThan(publishedBefore.get(i))
                            .isLessThanOrEqualTo(begunByThen.get(i) + 1);
                    assertThat(counted.get(i).last)
                            .as("last event of publisher %d that is in scrape %d", i, scrape)
                            .isBetween(publishedUntil.get(i), begunUntil.get(i));
                }
            }
            await(vertx.undeploy(deployment));
            publishedBefore = ended();
            assertThat(await(body())).isEqualTo("404");
        }
    }

    /** Threads share the processors: one may have had no turn since. */
    private void awaitOneMoreOfEach(List<Long> numbers) throws InterruptedException {
        for (int i = 0; i < PUBLISHERS; i++) {
            while (publishers.get(i).ended <= numbers.get(i)) {
                Thread.sleep(1);
            }
        }
    }

    @Test
    void aScrapeThatMeetsARedeploymentIsWholeOrNotFound() throws Exception {
        List<Future<String>> scrapes = new ArrayList<>();
        for (int lifetime = 0; lifetime < LIFETIMES; lifetime++) {
            Future<String> deployment = vertx.deployVerticle(exporter());
            IntStream.range(0, 4).forEach(i -> scrapes.add(body()));
            String id = await(deployment);
            IntStream.range(0, 4).forEach(i -> scrapes.add(body()));
            Future<Void> undeployment = vertx.undeploy(id);
            IntStream.range(0, 4).forEach(i -> scrapes.add(body()));
            await(undeployment);
        }
        await(Future.join(scrapes));
        List<String> bodies = scrapes.stream().map(Future::result).toList();
        assertThat(bodies).allMatch(body -> body.equals("404") || isWhole(body));
        assertThat(bodies).anyMatch(RedeploymentTest::isWhole).contains("404");
    }

    /** It begins with the exporter's own start, shown once, and ends with the family that is always the last. */
    private static boolean isWhole(String body) {
        return body.contains("status=\"started\"} 1\n")
                && body.endsWith("openclaw_prometheus_series_dropped_total 0\n");
    }

    private DiagnosticsPrometheusVerticle exporter() {
        AuthenticationHandler operators =
                SimpleAuthenticationHandler.create().authenticate(context -> Future.succeededFuture(operator()));
        return DiagnosticsPrometheusVerticle.create(channel, router, operators);
    }

    private static User operator() {
        User user = User.fromName("operator");
        user.authorizations().put("test", PermissionBasedAuthorization.create("operator.read"));
        return user;
    }

    private List<Long> begun() {
        return publishers.stream().map(publisher -> publisher.begun).toList();
    }

    private List<Long> ended() {
        return publishers.stream().map(publisher -> publisher.ended).toList();
    }

    private String scrape() throws Exception {
        String body = await(body());
        assertThat(isWhole(body)).as(body).isTrue();
        return body;
    }

    /** Returns the body of an answer 200, else the status. */
    private Future<String> body() {
        return client.request(HttpMethod.GET, port, "127.0.0.1", ScrapeRoute.PATH)
                .compose(request -> request.send()
                        .compose(response -> response.body()
                                .map(body -> response.statusCode() == 200
                                        ? body.toString()
                                        : Integer.toString(response.statusCode()))));
    }

    private List<Range> ranges(String body) {
        return publishers.stream()
                .map(publisher -> Range.of(
                        sample(body, "count", publisher.getName()).longValueExact(),
                        sample(body, "sum", publisher.getName())
                                .movePointRight(3)
                                .longValueExact()))
                .toList();
    }

    private static BigDecimal sample(String body, String part, String channel) {
        Matcher sample = Pattern.compile(
                        "message_processed_duration_seconds_" + part + "\\{channel=\"" + channel + "\".*} (.*)\n")
                .matcher(body);
        return sample.find() ? new BigDecimal(sample.group(1)) : BigDecimal.ZERO;
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    /** Numbers that follow each other. */
    private record Range(long first, long last) {

        /** Returns the numbers of which there are so many, with this sum; fails where one is missing or double. */
        static Range of(long count, long sum) {
            assertThat(count).as("events counted").isPositive();
            long twiceFirst = 2 * sum / count - count + 1;
            Range range = new Range(twiceFirst / 2, twiceFirst / 2 + count - 1);
            assertThat((range.first + range.last) * count)
                    .as("twice the sum of %d numbers that follow each other, none missing, none twice", count)
                    .isEqualTo(2 * sum);
            return range;
        }
    }

    /** Publishes without pause. */
    private final class Publisher extends Thread {
        volatile boolean goOn = true;
        volatile long begun;
        volatile long ended;

        Publisher(int number) {
            super("publisher-" + number);
        }

        @Override
        public void run() {
            for (long number = 1; goOn; number++) {
                begun = number;
                channel.publish(
                        MessageProcessed.builder()
                                .channel(getName())
                                .outcome("completed")
                                .durationMs(number)
                                .build(),
                        Provenance.TRUSTED);
                ended = number;
            }
        }
    }
}
