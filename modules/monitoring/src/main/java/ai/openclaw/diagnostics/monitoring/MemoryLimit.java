package ai.openclaw.diagnostics.monitoring;

import ai.openclaw.diagnostics.events.MemoryPressure;
import java.util.Optional;

/** A kind of memory pressure: from how much on it is worth a warning, and from how much on it is critical. */
enum MemoryLimit {
    /** All memory of the process that is resident. */
    RSS("rss_threshold", 1536, 3072),
    /** The heap in use. */
    HEAP("heap_threshold", 1024, 2048),
    /** What the resident memory has grown by recently. */
    GROWTH("rss_growth", 512, 1024);

    private final MemoryPressure warning;
    private final MemoryPressure critical;
    private final double warningBytes;
    private final double criticalBytes;

    MemoryLimit(String reason, int warningMebibytes, int criticalMebibytes) {
        this.warning = MemoryPressure.builder().level("warning").reason(reason).build();
        this.critical =
                MemoryPressure.builder().level("critical").reason(reason).build();
        this.warningBytes = mebibytes(warningMebibytes);
        this.criticalBytes = mebibytes(criticalMebibytes);
    }

    private static double mebibytes(int count) {
        return count * 1024.0 * 1024.0;
    }

    /** Returns the gravest pressure that so many bytes amount to; {@code NaN} amounts to none. */
    Optional<MemoryPressure> judge(double bytes) {
        if (bytes >= criticalBytes) {
            return Optional.of(critical);
        }
        return bytes >= warningBytes ? Optional.of(warning) : Optional.empty();
    }
}
