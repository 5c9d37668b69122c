package ai.openclaw.diagnostics.monitoring;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MemoryUsage;
import ai.openclaw.diagnostics.events.Provenance;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Publishes the memory of this process, at once and every 30 s, and the pressure when it exceeds a
 * {@linkplain MemoryLimit limit}.
 *
 * <p>On a separate daemon thread: measuring reads a file, which an event loop must not wait for, and a worker pool may
 * be exhausted just when memory gets scarce. Any thread may close it.
 */
final class MemoryMonitor implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MemoryMonitor.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final DiagnosticsChannel channel;
    private final Supplier<MemoryUsage> memory;
    private final MemoryThresholds thresholds = new MemoryThresholds();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(MemoryMonitor::daemon);

    private MemoryMonitor(DiagnosticsChannel channel, Supplier<MemoryUsage> memory) {
        this.channel = channel;
        this.memory = memory;
    }

    /** Starts to publish on a channel; subscribe before, to get the first sample. */
    public static MemoryMonitor start(DiagnosticsChannel channel) {
        return start(channel, ProcessMemory::measure, INTERVAL);
    }

    /** Starts to publish what a measurement tells, at an interval. */
    @SuppressWarnings("FutureReturnValueIgnored") // what is scheduled catches everything and ends with its thread
    public static MemoryMonitor start(DiagnosticsChannel channel, Supplier<MemoryUsage> memory, Duration interval) {
        MemoryMonitor monitor = new MemoryMonitor(channel, memory);
        monitor.thread.scheduleAtFixedRate(monitor::sample, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
        return monitor;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "memory-monitor");
        thread.setDaemon(true);
        return thread;
    }

    private void sample() {
        try {
            publish(memory.get());
        } catch (Throwable failure) { // also errors: lack of memory must not end what tells of it
            LOG.log(System.Logger.Level.WARNING, "The memory could not be measured; trying again.", failure);
        }
    }

    private void publish(MemoryUsage usage) {
        channel.publish(MemorySample.builder().memory(usage).build(), Provenance.INTERNAL);
        thresholds.check(usage, System.nanoTime()).forEach(pressure -> channel.publish(pressure, Provenance.INTERNAL));
    }

    /** Ends the thread, after a measurement under way and without waiting for it; closing twice does nothing. */
    @Override
    public void close() {
        thread.shutdown(); // not now: an interrupted measurement would publish less than there is
    }
}
