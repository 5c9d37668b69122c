package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.events.LogThrottle;
import ai.openclaw.diagnostics.otlp.wire.Encoder;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import ai.openclaw.diagnostics.spi.ExporterStatus;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * Exports one signal at an interval: has it encoded on a worker thread, sends it, and tells how that went. One export is in flight
 * at a time; an interval that begins meanwhile, or while the receiver asked not to be sent anything, is skipped.
 *
 * <p>Used on one event loop, except {@link #status}, which any thread may call.
 */
final class SignalExporter {

    private static final System.Logger LOG = System.getLogger(SignalExporter.class.getName());

    /** However long a receiver asks for, it is tried again after this time. */
    private static final long MAX_PAUSE_MS = 300_000;

    /** Is told when something begins, not when it goes on. On the event loop. */
    interface Listener {

        /** Exports begin to fail. */
        void failing(Signal signal);

        /** Items begin to be dropped. */
        void dropping(Signal signal);
    }

    private final Vertx vertx;
    private final Signal signal;
    private final boolean gzip;
    private final RetryingClient client;
    private final Encoder encoder;
    private final Listener listener;
    private final LogThrottle throttle = LogThrottle.create();
    private Future<Void> inFlight = Future.succeededFuture();
    private long timer = -1;
    private long pausedUntil = System.nanoTime();
    private long droppedBefore;
    private boolean dropping;
    private boolean failureLogged;
    private volatile ExportStatistics statistics = ExportStatistics.NONE;

    SignalExporter(Vertx vertx, Signal signal, OtlpEndpoint endpoint, Encoder encoder, Listener listener) {
        this.vertx = vertx;
        this.signal = signal;
        this.gzip = endpoint.gzip();
        this.client = new RetryingClient(vertx, endpoint);
        this.encoder = encoder;
        this.listener = listener;
    }

    /** Begins to export at an interval; prepares for that first, so that the first export is as cheap as can be. */
    void start(long intervalMs) {
        Promise<Void> prepared = Promise.promise();
        inFlight = prepared.future();
        vertx.executeBlocking(this::prepare, false)
                .onComplete(done -> prepared.complete()); // what fails, an export says
        timer = vertx.setPeriodic(intervalMs, tick -> export());
    }

    private boolean prepare() {
        encoder.prepare();
        return true;
    }

    /** Exports now, unless an export is in flight or the receiver asked for a pause. */
    private void export() {
        reportDrops();
        if (inFlight.isComplete() && System.nanoTime() - pausedUntil >= 0) {
            inFlight = exportAll();
        }
    }

    private Future<Void> exportAll() {
        Promise<Void> all = Promise.promise();
        exportAll(all);
        return all.future();
    }

    /** No chain of futures, one for each export: while more is added than is sent, it would grow. */
    private void exportAll(Promise<Void> all) {
        long begin = System.nanoTime();
        vertx.executeBlocking(this::encode, false)
                .compose(body -> send(body, begin))
                .onFailure(this::notEncoded)
                .onComplete((more, failure) -> {
                    if (more != null && more) {
                        exportAll(all);
                    } else {
                        all.complete();
                    }
                });
    }

    private Buffer encode() {
        ProtoWriter encoded = encoder.encode();
        return gzip && encoded.length() > 0
                ? compressed(encoded)
                : Buffer.buffer(encoded.length()).appendBytes(encoded.array(), encoded.offset(), encoded.length());
    }

    private static Buffer compressed(ProtoWriter encoded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(encoded.length() / 8 + 64);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(encoded.array(), encoded.offset(), encoded.length());
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be written to", e);
        }
        return Buffer.buffer(out.toByteArray());
    }

    /** Returns whether it was sent and there is more. */
    private Future<Boolean> send(Buffer body, long begin) {
        if (body.length() == 0) {
            return Future.succeededFuture(false);
        }
        return client.send(body).map(result -> {
            settle(result, body.length(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            return result.sent() && encoder.hasMore();
        });
    }

    private void settle(ExportResult result, long bytes, long tookMs) {
        if (result.sent()) {
            statistics = statistics.sent(result.rejected(), Instant.now(), bytes, tookMs);
            worksAgain();
            if (result.rejected() > 0) {
                warn("The receiver rejected " + result.rejected() + " items of an export of " + signal.text()
                        + " over OTLP; " + statistics.rejected() + " so far. Its log says why.");
            }
        } else {
            long pauseMs = Math.min(MAX_PAUSE_MS, result.retryAfterMs());
            pausedUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMs);
            failed(result.reason());
        }
    }

    private void failed(String reason) {
        countFailure();
        String lost = signal == Signal.METRICS ? "" : "; " + statistics.lost() + " items lost so far";
        failureLogged |= warn(
                "An export of " + signal.text() + " over OTLP failed: " + reason + "; " + statistics.failuresInARow()
                        + " failed in a row" + lost + ". The next export is at the next interval.");
    }

    private void countFailure() {
        boolean worked = statistics.isWorking();
        statistics = statistics.failed(encoder.items());
        if (worked) {
            listener.failing(signal);
        }
    }

    private void worksAgain() {
        if (failureLogged) {
            failureLogged = false;
            LOG.log(System.Logger.Level.INFO, "The export of " + signal.text() + " over OTLP works again.");
        }
    }

    private void notEncoded(Throwable failure) {
        countFailure();
        if (throttle.tryAcquire()) {
            String message = "Unexpected error in an export of " + signal.text() + "; please report this stack trace.";
            LOG.log(System.Logger.Level.ERROR, message, failure);
        }
    }

    private void reportDrops() {
        long dropped = encoder.dropped();
        boolean more = dropped > droppedBefore;
        if (more && !dropping) {
            listener.dropping(signal);
        }
        dropping = more;
        droppedBefore = dropped;
    }

    private boolean warn(String message) {
        boolean permitted = throttle.tryAcquire();
        if (permitted) {
            LOG.log(System.Logger.Level.WARNING, message);
        }
        return permitted;
    }

    /** Returns how exports go, for operators. */
    ExporterStatus status() {
        return statistics.status(signal, gzip);
    }

    /**
     * Ends the interval, exports once more after what is in flight, and closes the connection.
     *
     * @return whether all was sent
     */
    Future<Boolean> stop() {
        vertx.cancelTimer(timer);
        client.retryNoMore();
        return inFlight.compose(done -> exportAll())
                .map(done -> statistics.isWorking())
                .eventually(client::close);
    }

    /** Gives up what is in flight. */
    void abandon() {
        client.close();
    }
}
