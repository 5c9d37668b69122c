package ai.openclaw.diagnostics.logging;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says where it is read, at most once a minute, that the log file cannot be written. For one thread. */
final class LogAlarm {

    private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LogFileOptions options;
    private final long retryMs;
    private final Consumer<String> told;
    private long last = System.nanoTime() - INTERVAL_NANOS;

    /**
     * Creates one.
     *
     * @param retryMs after how long the file is tried again
     * @param told is given the sentence; must not log into this file
     */
    LogAlarm(LogFileOptions options, long retryMs, Consumer<String> told) {
        this.options = options;
        this.retryMs = retryMs;
        this.told = told;
    }

    void raise(IOException e) {
        long now = System.nanoTime();
        if (now - last >= INTERVAL_NANOS) {
            last = now;
            told.accept(String.format(
                    Locale.ROOT,
                    "The log file %s cannot be written: %s. Trying again every %d s; entries that find no room are"
                            + " counted.",
                    options.file(),
                    LogArchives.reason(e),
                    retryMs / 1000));
        }
    }
}
