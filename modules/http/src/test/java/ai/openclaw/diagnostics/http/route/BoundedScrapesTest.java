package ai.openclaw.diagnostics.http.route;

import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.CATALOG;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_DURATION;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.exposition.Encoding;
import ai.openclaw.diagnostics.http.exposition.Exposition;
import ai.openclaw.diagnostics.http.exposition.Format;
import ai.openclaw.diagnostics.http.exposition.Formats;
import ai.openclaw.diagnostics.http.exposition.StoreExposition;
import ai.openclaw.diagnostics.http.route.ServedRouter.Answer;
import ai.openclaw.diagnostics.store.SeriesStore;
import io.vertx.core.Future;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What scrapers cannot do to a Gateway: wait for ever, wait in any number, or hold the others up. */
class BoundedScrapesTest {

    private static final int LARGE = 8 << 20;

    /** A body far beyond what sockets buffer. */
    private static final Exposition LARGE_BODY = largeBody();

    private static Exposition largeBody() {
        byte[] bytes = new byte[LARGE];
        Arrays.fill(bytes, (byte) '#');
        Body body = Body.of(bytes);
        return (format, encoding) -> body;
    }

    @Test
    void aScraperWhoseTimeIsUpBeforeThereIsABodyIsToldToTryAgain() throws Exception {
        Gate gate = new Gate();
        try (ServedExposition served = new ServedExposition(gate)) {
            Answer answer = ServedRouter.await(served.ask(Map.of("X-Prometheus-Scrape-Timeout-Seconds", "0.2")));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers().get("retry-after")).isEqualTo("1");
            assertThat(answer.headers().get("cache-control")).isEqualTo("no-store");
            gate.open.countDown();
            assertThat(ServedRouter.await(served.ask(Map.of())).status()).isEqualTo(200);
        }
    }

    @Test
    void oneScraperBeyondTheLimitIsToldToTryAgain() throws Exception {
        Gate gate = new Gate();
        try (ServedExposition served = new ServedExposition(gate)) {
            List<Future<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < ScrapePermits.MAX_CONCURRENT_SCRAPES + 1; i++) {
                asked.add(served.ask(Map.of()));
            }
            Answer refused = ServedRouter.await(Future.any(asked).map(any -> first(asked)));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.headers().get("retry-after")).isEqualTo("1");
            gate.open.countDown();
            ServedRouter.await(Future.all(asked));
            assertThat(asked.stream().filter(it -> it.result().status() == 200))
                    .hasSize(ScrapePermits.MAX_CONCURRENT_SCRAPES);
            assertThat(ServedRouter.await(served.ask(Map.of())).status())
                    .as("there is room again")
                    .isEqualTo(200);
        }
    }

    @Test
    void stalledScrapersGiveWay() throws Exception {
        try (ServedExposition served = new ServedExposition(LARGE_BODY)) {
            List<Socket> stalled = stalled(served, "X-Patient: yes");
            Answer answer = ServedRouter.await(served.ask(Map.of("X-Prometheus-Scrape-Timeout-Seconds", "15")));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().length()).isEqualTo(LARGE);
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void clientsThatReadNothingAreDisconnectedInTime() throws Exception {
        try (ServedExposition served = new ServedExposition(LARGE_BODY)) {
            List<Socket> stalled = stalled(served, "X-Prometheus-Scrape-Timeout-Seconds: 0.5");
            Thread.sleep(500); // else the first scrape may come before they have taken all places
            assertThat(eventually(served, 200).body().length()).isEqualTo(LARGE);
            assertThat(readToEnd(stalled.get(0))).isLessThan(LARGE);
            assertThat(served.uncaught()).isEmpty();
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    private static List<Socket> stalled(ServedExposition served, String header) throws Exception {
        List<Socket> stalled = new ArrayList<>();
        for (int i = 0; i < ScrapePermits.MAX_CONCURRENT_SCRAPES; i++) {
            stalled.add(served.stalled(header));
        }
        return stalled;
    }

    @Test
    void aLargeBodyArrivesWholeAtManyAtOnce() throws Exception {
        try (ServedExposition served = new ServedExposition(LARGE_BODY)) {
            List<Future<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                asked.add(served.ask(Map.of()));
            }
            ServedRouter.await(Future.all(asked));
            assertThat(asked).allMatch(it -> it.result().body().length() == LARGE);
        }
    }

    @Test
    void aBodyOfManyPartsArrivesInTheirOrder() throws Exception {
        SeriesStore store = SeriesStore.create(CATALOG, 1000);
        for (int i = 0; i < 1000; i++) {
            store.getOrReserve(RUN, "cli", "model-" + i, "completed", "openai", "user", "", "", "")
                    .observe(RUN_DURATION, i);
        }
        Exposition exposition = StoreExposition.of(store);
        assertThat(exposition.render(Formats.TEXT, Encoding.IDENTITY).parts()).isGreaterThan(10);
        try (ServedExposition served = new ServedExposition(exposition)) {
            Answer answer = ServedRouter.await(served.ask(Map.of()));
            assertThat(answer.headers().get("content-length"))
                    .isEqualTo(Integer.toString(answer.body().length()));
            assertThat(answer.body().toString()).isEqualTo(exposition.text());
        }
    }

    /** Asks again until the answer has this status; the time limit of tests ends that if it never comes. */
    private static Answer eventually(ServedExposition served, int status) throws Exception {
        while (true) {
            Answer answer = ServedRouter.await(served.ask(Map.of()));
            if (answer.status() == status) {
                return answer;
            }
            Thread.sleep(20);
        }
    }

    private static Answer first(List<Future<Answer>> asked) {
        return asked.stream()
                .filter(Future::succeeded)
                .findFirst()
                .orElseThrow()
                .result();
    }

    private static long readToEnd(Socket socket) {
        long read = 0;
        byte[] some = new byte[65536];
        try {
            for (int n = socket.getInputStream().read(some);
                    n >= 0;
                    n = socket.getInputStream().read(some)) {
                read += n;
            }
        } catch (java.io.IOException e) {
            // a connection that was reset ends like this
        }
        return read;
    }

    /** Renders when it is opened. */
    private static final class Gate implements Exposition {
        final CountDownLatch open = new CountDownLatch(1);

        @Override
        public Body render(Format format, Encoding encoding) {
            try {
                open.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Body.of(new byte[] {'#'});
        }
    }
}
