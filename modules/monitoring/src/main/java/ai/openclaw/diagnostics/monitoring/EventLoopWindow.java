package ai.openclaw.diagnostics.monitoring;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * The ticks of an event loop, from which its health is reckoned window by window. For one thread, the loop.
 *
 * <p>A window is complete after a given time, or at once with a tick late by {@link EventLoopHealth#DEGRADED_DELAY_MS}:
 * a request that waited behind such a delay asks right after it, and must see it.
 */
final class EventLoopWindow {

    /** How long the loop is left alone between two ticks. */
    static final Duration TICK = Duration.ofMillis(20);

    private static final double NANOS_PER_MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double MICROS_PER_MS = TimeUnit.MILLISECONDS.toMicros(1);
    private static final long TICK_MICROS = TimeUnit.NANOSECONDS.toMicros(TICK.toNanos());

    /** The range of the histogram: some 0.2 MB for microseconds up to an hour. A longer delay counts as one of an hour. */
    private static final long MAX_MICROS = TimeUnit.HOURS.toMicros(1);

    private static final int SIGNIFICANT_DIGITS = 3;

    private final LoopClock clock;
    private final long lengthNanos;
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final Recorder delays = new Recorder(MAX_MICROS, SIGNIFICANT_DIGITS);
    private @Nullable Histogram spare;
    private Start start;
    private long lastTick;
    private long stalledNanos;

    /** Where a window began. */
    private record Start(long nanos, long threadCpuNanos, long processCpuNanos) {}

    /** Begins the first window; on the loop. */
    EventLoopWindow(LoopClock clock, Duration length) {
        this.clock = clock;
        this.lengthNanos = length.toNanos();
        this.start = now();
        this.lastTick = start.nanos();
    }

    private Start now() {
        return new Start(clock.nanos(), clock.threadCpuNanos(), clock.processCpuNanos());
    }

    /** Takes note of a tick, which was due {@link #TICK} after the last; returns the health of the window it completes. */
    @Nullable
    EventLoopHealth tick() {
        long tick = clock.nanos();
        long late = Math.max(0, tick - lastTick - TICK.toNanos());
        lastTick = tick;
        record(late);
        boolean complete =
                tick - start.nanos() >= lengthNanos || late / NANOS_PER_MS >= EventLoopHealth.DEGRADED_DELAY_MS;
        return complete ? complete() : null;
    }

    /**
     * Records a delay, and with it those of the ticks that could not even become due meanwhile: otherwise a second
     * during which no request was served would weigh as little as one good moment.
     */
    private void record(long lateNanos) {
        long micros = Math.min(MAX_MICROS, TimeUnit.NANOSECONDS.toMicros(lateNanos));
        delays.recordValueWithExpectedInterval(micros, TICK_MICROS);
        if (lateNanos >= TICK.toNanos()) { // less is the timer's own imprecision
            stalledNanos += lateNanos;
        }
    }

    private EventLoopHealth complete() {
        Histogram window = delays.getIntervalHistogram(spare);
        Start end = now();
        EventLoopHealth health = health(window, end);
        spare = window;
        start = end;
        stalledNanos = 0;
        return health;
    }

    private EventLoopHealth health(Histogram window, Start end) {
        double elapsed = end.nanos() - start.nanos();
        return EventLoopHealth.of(
                Math.round(elapsed / NANOS_PER_MS),
                window.getValueAtPercentile(99) / MICROS_PER_MS,
                window.getMaxValue() / MICROS_PER_MS,
                utilization(end, elapsed),
                (end.processCpuNanos() - start.processCpuNanos()) / elapsed,
                cores);
    }

    /**
     * The loop was busy at least as long as its thread used a CPU, which misses the time it was blocked, and at least as
     * long as ticks were late, which misses work shorter than a tick: so at least the longer of the two.
     */
    private double utilization(Start end, double elapsed) {
        long busy = Math.max(end.threadCpuNanos() - start.threadCpuNanos(), stalledNanos);
        return Math.min(1, busy / elapsed);
    }
}
