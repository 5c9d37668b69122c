package ai.openclaw.diagnostics.demo.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault and the time for which it lasts in the demo.
 *
 * @param fault what is broken
 * @param start when it begins, since the start of the demo; not negative
 * @param length how long it lasts, more than nothing; null for until the end
 */
public record PlannedFault(
        Fault fault, Duration start, @Nullable Duration length) {

    /** Checks the times. */
    public PlannedFault {
        if (start.isNegative()) {
            throw new IllegalArgumentException(
                    "fault " + fault.id() + ": starts at " + start.toMillis() + " ms, at least 0");
        }
        if (length != null && (length.isNegative() || length.isZero())) {
            throw new IllegalArgumentException(
                    "fault " + fault.id() + ": lasts " + length.toMillis() + " ms, more than 0");
        }
    }

    /** Returns a fault that is there from the start until the end. */
    public static PlannedFault always(Fault fault) {
        return new PlannedFault(fault, Duration.ZERO, null);
    }

    /** Returns when it begins, in milliseconds since the start of the demo. */
    public long startMs() {
        return start.toMillis();
    }

    /** Returns the first moment without it. */
    public long endMs() {
        return length == null ? Long.MAX_VALUE : start.plus(length).toMillis();
    }

    /** Tells whether it is there at a time in milliseconds since the start of the demo. */
    public boolean isOn(long nowMs) {
        return startMs() <= nowMs && nowMs < endMs();
    }
}
