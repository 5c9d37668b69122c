package ai.openclaw.diagnostics.logging;

import java.nio.file.Path;

/**
 * Where a log file is and how much room it may take: with its archives never more than
 * {@code maxFileBytes × (1 + keepFiles)}.
 *
 * @param file the active file; its name never changes. Archives are beside it
 * @param maxFileBytes the file is rotated before it would grow beyond this
 * @param keepFiles the most archives, 0 for none
 * @param keepDays older archives are deleted
 */
public record LogFileOptions(Path file, long maxFileBytes, int keepFiles, int keepDays) {

    /** 100 MiB, 5 archives, 7 days. */
    static LogFileOptions of(Path file) {
        return new LogFileOptions(file, 100L << 20, 5, 7);
    }

    /** @throws IllegalArgumentException if a bound is negative or the file is smaller than an entry may be */
    public LogFileOptions {
        if (maxFileBytes < FileLog.MAX_BATCH_BYTES || keepFiles < 0 || keepDays < 0) {
            throw new IllegalArgumentException(
                    "maxFileBytes must be at least " + FileLog.MAX_BATCH_BYTES + ", keepFiles and keepDays at least 0");
        }
        file = file.toAbsolutePath().normalize();
    }
}
