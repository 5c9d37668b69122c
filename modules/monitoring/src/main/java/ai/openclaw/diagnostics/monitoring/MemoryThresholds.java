package ai.openclaw.diagnostics.monitoring;

import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.MemoryUsage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which pressure a sequence of memory samples amounts to. Resident memory, heap and growth are compared
 * separately; the gravest level of each counts. For one thread; reads no clock.
 */
final class MemoryThresholds {

    /** How long the resident memory is remembered that growth is measured from. */
    static final Duration GROWTH_WINDOW = Duration.ofMinutes(10);

    /** How long the same level for the same reason is not told again. */
    static final Duration REPEAT = Duration.ofMinutes(5);

    private final Deque<Resident> recent = new ArrayDeque<>();
    private final Map<MemoryPressure, Long> told = new HashMap<>();

    /** Resident memory at a moment. */
    private record Resident(long nanos, double bytes) {}

    /**
     * Returns the pressure to tell of, most often none.
     *
     * @param nowNanos when the memory was measured, on a clock that never goes backwards
     */
    List<MemoryPressure> check(MemoryUsage memory, long nowNanos) {
        List<MemoryPressure> due = new ArrayList<>();
        addIfDue(MemoryLimit.RSS.judge(memory.rssBytes()), nowNanos, due);
        addIfDue(MemoryLimit.HEAP.judge(memory.heapUsedBytes()), nowNanos, due);
        addIfDue(MemoryLimit.GROWTH.judge(growth(memory.rssBytes(), nowNanos)), nowNanos, due);
        return due;
    }

    /** Returns how far this is above the lowest of the window, itself included; {@code NaN} if unknown. */
    private double growth(double rssBytes, long nowNanos) {
        if (Double.isNaN(rssBytes)) {
            return Double.NaN;
        }
        recent.removeIf(resident -> nowNanos - resident.nanos() > GROWTH_WINDOW.toNanos());
        recent.add(new Resident(nowNanos, rssBytes));
        return rssBytes - recent.stream().mapToDouble(Resident::bytes).min().orElse(rssBytes);
    }

    private void addIfDue(Optional<MemoryPressure> pressure, long nowNanos, List<MemoryPressure> due) {
        pressure.filter(found -> mayWarn(found, nowNanos)).ifPresent(found -> {
            told.put(found, nowNanos);
            due.add(found);
        });
    }

    private boolean mayWarn(MemoryPressure pressure, long nowNanos) {
        Long last = told.get(pressure);
        return last == null || nowNanos - last >= REPEAT.toNanos();
    }
}
