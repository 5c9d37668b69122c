package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.route.ScrapeStatus.Scrape;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the scrapes of a route. Any thread. */
final class ScrapeCounts {

    private static final double NANOS_PER_MS = 1e6;

    private final LongAdder requests = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile @Nullable Scrape last;

    void request() {
        requests.increment();
    }

    void refused() {
        refused.increment();
    }

    void failed() {
        failures.increment();
    }

    /** Takes note of a body that is about to be sent; {@code begin} is the {@link System#nanoTime()} of the request. */
    void answered(RoutingContext context, NegotiatedFormat format, Body body, long begin) {
        last = new Scrape(
                Instant.now(),
                format.format(),
                format.encoding(),
                body.length(),
                (System.nanoTime() - begin) / NANOS_PER_MS,
                ClientKind.of(context.request().getHeader(HttpHeaders.USER_AGENT)));
    }

    ScrapeStatus status() {
        return new ScrapeStatus(requests.sum(), refused.sum(), failures.sum(), last);
    }
}
