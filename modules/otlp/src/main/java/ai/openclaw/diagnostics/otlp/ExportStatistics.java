package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.spi.ExporterStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the exports of a signal went since the start.
 *
 * @param sent how many exports the receiver took
 * @param failures how many it did not
 * @param failuresInARow how many of these are the last ones
 * @param rejected how many items the receiver says it did not take, of exports that it took
 * @param lost how many items were in exports that it did not take
 * @param last the last export that was sent, null if none was
 */
record ExportStatistics(
        long sent,
        long failures,
        long failuresInARow,
        long rejected,
        long lost,
        @Nullable Sent last) {

    static final ExportStatistics NONE = new ExportStatistics(0, 0, 0, 0, 0, null);

    /** An export that was sent, with its size as it was sent and its duration with all tries. */
    record Sent(Instant at, long bytes, long durationMs) {}

    ExportStatistics sent(long rejectedNow, Instant at, long bytes, long durationMs) {
        return new ExportStatistics(
                sent + 1, failures, 0, rejected + rejectedNow, lost, new Sent(at, bytes, durationMs));
    }

    ExportStatistics failed(long lostNow) {
        return new ExportStatistics(sent, failures + 1, failuresInARow + 1, rejected, lost + lostNow, last);
    }

    /** Tells whether the last export was sent, or there was none. */
    boolean isWorking() {
        return failuresInARow == 0;
    }

    ExporterStatus status(Signal signal, boolean gzip) {
        ExporterStatus.Export export = last == null
                ? null
                : new ExporterStatus.Export(
                        last.at(), "OTLP", gzip ? "gzip" : "identity", last.bytes(), last.durationMs(), "collector");
        return new ExporterStatus(
                DiagnosticsOtelVerticle.ID,
                signal.text(),
                ExporterStatus.Kind.PUSH,
                sent + failures,
                0,
                failures,
                export);
    }
}
