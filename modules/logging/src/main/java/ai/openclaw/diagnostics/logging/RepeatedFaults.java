package ai.openclaw.diagnostics.logging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the same fault through once a minute, and says then how often it was held back. The same are warnings and errors of
 * one logger with the same text and class of failure. What is no fault always passes.
 *
 * <p>Any thread may ask. Remembers the faults that were seen last, in a fixed number.
 */
final class RepeatedFaults {

    private static final int REMEMBERED = 256;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Map<Fault, Shown> faults = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Fault, Shown> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final LongSupplier nanoTime;

    RepeatedFaults() {
        this(System::nanoTime);
    }

    RepeatedFaults(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns the entry as it is to be shown, or nothing if it is held back. */
    synchronized Optional<LogEntry> admit(LogEntry entry) {
        if (!entry.isFault()) {
            return Optional.of(entry);
        }
        Shown shown = faults.computeIfAbsent(Fault.of(entry), fault -> new Shown());
        return shown.admit(entry, nanoTime.getAsLong());
    }

    /** What makes two faults the same. */
    private record Fault(
            String logger, String message, @Nullable Class<?> thrown) {

        static Fault of(LogEntry entry) {
            Throwable thrown = entry.thrown();
            return new Fault(entry.logger(), entry.message(), thrown == null ? null : thrown.getClass());
        }
    }

    /** When a fault was shown last, and what happened to it since. */
    private static final class Shown {
        private boolean shown;
        private long shownAt;
        private String since = "";
        private long heldBack;

        Optional<LogEntry> admit(LogEntry entry, long now) {
            if (shown && now - shownAt < MINUTE) {
                heldBack++;
                return Optional.empty();
            }
            String more = heldBack == 0 ? "" : " (" + heldBack + " more like this since " + since + ")";
            shown = true;
            shownAt = now;
            since = entry.timestamp();
            heldBack = 0;
            return Optional.of(entry.withMessage(entry.message() + more));
        }
    }
}
