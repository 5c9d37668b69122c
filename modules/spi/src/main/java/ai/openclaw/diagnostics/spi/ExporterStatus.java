package ai.openclaw.diagnostics.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an exporter does, for an operator to look at. No URL, header or value of an event.
 *
 * @param id the id of the plugin
 * @param signal what is exported, such as {@code metrics}
 * @param kind who begins an export
 * @param requests exports that were asked for or tried
 * @param refused exports that were refused because too much was asked for at once
 * @param failures exports that failed
 * @param last the last export that succeeded, null if none has
 */
public record ExporterStatus(
        String id,
        String signal,
        Kind kind,
        long requests,
        long refused,
        long failures,
        @Nullable Export last) {

    /** Who begins an export. */
    public enum Kind {
        /** The reader asks for it. */
        PULL,
        /** The exporter sends it. */
        PUSH
    }

    /**
     * One export.
     *
     * @param at when it was ready
     * @param format the format's name and version
     * @param encoding the content encoding, such as {@code gzip}
     * @param bytes the size of the body as it was sent
     * @param durationMs how long it took to make it, or to send it, in milliseconds
     * @param client the kind of program that read it, such as {@code prometheus}
     */
    public record Export(Instant at, String format, String encoding, long bytes, double durationMs, String client) {}
}
