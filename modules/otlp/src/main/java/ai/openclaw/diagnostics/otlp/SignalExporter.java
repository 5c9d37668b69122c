package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.events.LogThrottle;
import ai.openclaw.diagnostics.spi.ExporterStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Exports one signal at an interval: has it encoded on a worker thread, sends it, and says how that went. One export is on its
 * way at a time; an interval that begins while one is, is passed over.
 *
 * <p>Used on one event loop, but for {@link #status}, which any thread may read.
 */
final class SignalExporter {

    private static final System.Logger LOG = System.getLogger(SignalExporter.class.getName());

    /** What is encoded for one export; on a worker thread, one call at a time. */
    interface Encoder {
        /** Returns the message, empty if there is nothing to send. */
        ProtoWriter encode();

        /** Tells whether there is enough for another export at once. */
        default boolean hasMore() {
            return false;
        }
    }

    /** Is told when exports begin to fail, and when they succeed again. On the event loop. */
    interface StateListener {
        void changed(Signal signal, boolean working, String reason);
    }

    private final Vertx vertx;
    private final Signal signal;
    private final boolean gzip;
    private final OtlpClient client;
    private final Encoder encoder;
    private final StateListener listener;
    private final LogThrottle throttle = LogThrottle.create();
    private Future<Void> inFlight = Future.succeededFuture();
    private long timer = -1;
    private volatile Status status = new Status(0, 0, 0, null, 0, 0, "");

    /**
     * How exports went so far.
     *
     * @param exports how many were sent
     * @param failures how many were not
     * @param rejected how many items the receiver says it did not take
     * @param lastAt when the last one was sent, null if none was
     * @param lastBytes how large it was, as it was sent
     * @param lastDurationMs how long it took, with all its tries
     * @param failing why exports fail at present, empty if they do not
     */
    record Status(
            long exports,
            long failures,
            long rejected,
            @Nullable Instant lastAt,
            long lastBytes,
            long lastDurationMs,
            String failing) {}

    SignalExporter(Vertx vertx, Signal signal, OtlpEndpoint endpoint, Encoder encoder, StateListener listener) {
        this.vertx = vertx;
        this.signal = signal;
        this.gzip = endpoint.gzip();
        this.client = new OtlpClient(vertx, endpoint);
        this.encoder = encoder;
        this.listener = listener;
    }

    void start(long intervalMs) {
        timer = vertx.setPeriodic(intervalMs, tick -> export());
    }

    /** Exports now, unless an export is on its way. */
    private void export() {
        if (inFlight.isComplete()) {
            inFlight = exportAll();
        }
    }

    private Future<Void> exportAll() {
        return exportNow().compose(done -> isWorking() && encoder.hasMore() ? exportAll() : Future.succeededFuture());
    }

    private boolean isWorking() {
        return status.failing.isEmpty();
    }

    private Future<Void> exportNow() {
        long begin = System.nanoTime();
        return vertx.executeBlocking(this::encode, false)
                .compose(body -> body.length() == 0 ? Future.succeededFuture() : send(body, begin))
                .onFailure(this::notEncoded);
    }

    private Buffer encode() {
        ProtoWriter encoded = encoder.encode();
        return gzip && encoded.length() > 0
                ? compressed(encoded)
                : Buffer.buffer().appendBytes(encoded.array(), 0, encoded.length());
    }

    private static Buffer compressed(ProtoWriter encoded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(encoded.length() / 8 + 64);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(encoded.array(), 0, encoded.length());
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be written to", e);
        }
        return Buffer.buffer(out.toByteArray());
    }

    private Future<Void> send(Buffer body, long begin) {
        return client.send(body, gzip)
                .onSuccess(result -> settle(result, body.length(), begin))
                .mapEmpty();
    }

    private void settle(ExportResult result, long bytes, long begin) {
        Status before = status;
        long tookMs = (System.nanoTime() - begin) / 1_000_000;
        if (result.sent()) {
            status = new Status(
                    before.exports + 1,
                    before.failures,
                    before.rejected + result.rejected(),
                    Instant.now(),
                    bytes,
                    tookMs,
                    "");
            if (result.rejected() > 0) {
                log("The receiver did not take " + result.rejected() + " items of an export of " + signal.text() + ".");
            }
        } else {
            status = new Status(
                    before.exports,
                    before.failures + 1,
                    before.rejected,
                    before.lastAt,
                    before.lastBytes,
                    before.lastDurationMs,
                    result.reason());
            log("An export of " + signal.text() + " failed: " + result.reason() + "; " + status.failures
                    + " failed so far. The next one is made at the next interval.");
        }
        if (result.sent() == !before.failing.isEmpty()) {
            listener.changed(signal, result.sent(), result.reason());
        }
    }

    private void notEncoded(Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, "An export of " + signal.text() + " could not be encoded", failure);
    }

    private void log(String message) {
        if (throttle.tryAcquire()) {
            LOG.log(System.Logger.Level.WARNING, message);
        }
    }

    Status status() {
        return status;
    }

    /** Returns the status as operators see it. */
    ExporterStatus exporterStatus() {
        Status now = status;
        return new ExporterStatus(
                DiagnosticsOtelVerticle.ID,
                signal.text(),
                ExporterStatus.Kind.PUSH,
                now.exports + now.failures,
                0,
                now.failures,
                last(now));
    }

    private ExporterStatus.@Nullable Export last(Status now) {
        return now.lastAt == null
                ? null
                : new ExporterStatus.Export(
                        now.lastAt, "OTLP", gzip ? "gzip" : "identity", now.lastBytes, now.lastDurationMs, "collector");
    }

    /** Ends the interval, exports once more after what is on its way, and closes the connection. */
    Future<Void> stop() {
        vertx.cancelTimer(timer);
        return inFlight.otherwiseEmpty()
                .compose(done -> exportAll().otherwiseEmpty())
                .eventually(client::close);
    }

    /** Gives up what is on its way. */
    void abandon() {
        client.close();
    }
}
