package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.exposition.Encoding;
import ai.openclaw.diagnostics.http.route.ScrapePermits.Permit;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers a request that has been authenticated: may this user read, is it a GET or HEAD, then the body. */
final class ScrapeHandler implements Handler<RoutingContext> {

    private static final System.Logger LOG = System.getLogger(ScrapeHandler.class.getName());

    private static final long RETRY_MS = 100;

    /** How long a scrape waits for a permit. */
    private static final long MAX_WAIT_MS = 5_000;

    /** How many scrapes may wait for a permit. */
    private static final int MAX_WAITING = 100;

    private final Renderer renderer;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScrapePermits permits = new ScrapePermits();
    private final ScrapeCounts counts = new ScrapeCounts();

    ScrapeHandler(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpResponses.notCached(context);
        if (!OperatorScope.READ.admits(context)) {
            return;
        }
        if (!HttpResponses.isRead(context)) {
            HttpResponses.methodNotAllowed(context);
        } else {
            admit(context);
        }
    }

    ScrapeStatus status() {
        return counts.status();
    }

    private void admit(RoutingContext context) {
        counts.request();
        long timeoutMs = ScrapeTimeout.ofMillis(context.request());
        acquire(context, System.nanoTime(), timeoutMs, Math.min(timeoutMs, MAX_WAIT_MS) / RETRY_MS);
    }

    /** A scrape that finds no permit asks again for a while: slow scrapers give way soon. */
    private void acquire(RoutingContext context, long begin, long timeoutMs, long retries) {
        Permit permit = permits.tryAcquire();
        if (permit != null) {
            context.addEndHandler(ended -> permit.release());
            scrape(context, begin, timeoutMs, permit);
        } else if (retries <= 0 || waiting.get() >= MAX_WAITING) {
            busy(context);
        } else {
            waiting.incrementAndGet();
            context.vertx().setTimer(RETRY_MS, retry -> {
                waiting.decrementAndGet();
                if (!context.response().closed()) {
                    acquire(context, begin, Math.max(1, timeoutMs - RETRY_MS), retries - 1);
                }
            });
        }
    }

    private void scrape(RoutingContext context, long begin, long timeoutMs, Permit permit) {
        Context eventLoop = context.vertx().getOrCreateContext();
        NegotiatedFormat format = NegotiatedFormat.of(context);
        renderer.ask(format)
                .timeout(timeoutMs, TimeUnit.MILLISECONDS)
                .onSuccess(body -> eventLoop.runOnContext(ignored -> {
                    counts.answered(context, format, body, begin);
                    answer(context, format, body, timeoutMs, permit);
                }))
                .onFailure(failure -> eventLoop.runOnContext(ignored -> fail(context, failure)));
    }

    private static void answer(
            RoutingContext context, NegotiatedFormat format, Body body, long timeoutMs, Permit permit) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return; // the scraper gave up
        }
        response.putHeader(HttpHeaders.VARY, "accept, accept-encoding");
        response.putHeader(HttpHeaders.CONTENT_TYPE, format.format().contentType());
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (format.encoding() == Encoding.GZIP) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (HttpResponses.isHead(context) || body.length() == 0) {
            response.end();
        } else {
            Context eventLoop = context.vertx().getOrCreateContext();
            BodyWriter writer = BodyWriter.begin(context, body, timeoutMs, permit::giveUp);
            permit.sends(body, () -> eventLoop.runOnContext(ignored -> writer.giveUp()));
        }
    }

    private void fail(RoutingContext context, Throwable failure) {
        if (context.response().closed()) {
            return;
        }
        if (failure instanceof TimeoutException) {
            busy(context);
        } else {
            counts.failed();
            LOG.log(System.Logger.Level.ERROR, "The metrics could not be rendered", failure);
            context.fail(500, failure);
        }
    }

    private void busy(RoutingContext context) {
        counts.refused();
        context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        HttpResponses.text(context, 503, "Too many scrapes at once. Please try again later.");
    }
}
