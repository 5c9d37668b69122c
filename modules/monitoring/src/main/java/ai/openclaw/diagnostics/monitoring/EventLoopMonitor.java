package ai.openclaw.diagnostics.monitoring;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventLoopSample;
import ai.openclaw.diagnostics.events.Provenance;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Watches how late an event loop is: a timer of 20 ms on it tells by how much it was delayed.
 *
 * <p>It watches the one loop it is given, so that has to be the one that serves requests. Any thread may ask for the
 * health and close.
 */
public final class EventLoopMonitor implements AutoCloseable {

    /** As long as probes usually wait between two questions, so that hardly a window goes unseen. */
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Consumer<EventLoopHealth> listener;
    private volatile EventLoopHealth health = EventLoopHealth.unmeasured();
    private long timer = -1; // none
    private boolean closed;

    private EventLoopMonitor(Vertx vertx, Consumer<EventLoopHealth> listener) {
        this.vertx = vertx;
        this.listener = listener;
    }

    /**
     * Starts to watch the event loop of a context.
     *
     * @throws IllegalArgumentException if it is a context of worker threads
     */
    public static EventLoopMonitor start(Context context) {
        return start(context, LoopClock.system(), WINDOW, health -> {});
    }

    /**
     * As {@link #start(Context)}, and publishes each complete window on a channel.
     *
     * @throws IllegalArgumentException if it is a context of worker threads
     */
    public static EventLoopMonitor start(Context context, DiagnosticsChannel channel) {
        return start(
                context, LoopClock.system(), WINDOW, health -> channel.publish(sample(health), Provenance.INTERNAL));
    }

    private static EventLoopSample sample(EventLoopHealth health) {
        return EventLoopSample.builder()
                .intervalMs(health.intervalMs())
                .delayMaxMs(health.delayMaxMs())
                .build();
    }

    /** Starts to watch an event loop by a clock, in windows of a length, of which the listener learns on the loop. */
    static EventLoopMonitor start(
            Context context, LoopClock clock, Duration window, Consumer<EventLoopHealth> listener) {
        if (!context.isEventLoopContext()) {
            throw new IllegalArgumentException("the monitored context is one of worker threads, not of an event loop");
        }
        EventLoopMonitor monitor = new EventLoopMonitor(context.owner(), listener);
        context.runOnContext(begin -> monitor.arm(new EventLoopWindow(clock, window)));
        return monitor;
    }

    /** Returns the health during the last complete window; never waits. */
    public EventLoopHealth health() {
        return health;
    }

    /**
     * Sets one timer at a time. After a delay a periodic one would make up for what it missed by firing at once, again
     * and again, and those ticks would all look punctual.
     */
    private synchronized void arm(EventLoopWindow window) {
        if (!closed) {
            timer = vertx.setTimer(EventLoopWindow.TICK.toMillis(), due -> tick(window));
        }
    }

    private void tick(EventLoopWindow window) {
        EventLoopHealth complete = window.tick();
        if (complete != null) {
            health = complete;
            listener.accept(complete);
        }
        arm(window);
    }

    /** Takes the timer off the loop; closing twice does nothing. The health stays what it was. */
    @Override
    public synchronized void close() {
        closed = true;
        vertx.cancelTimer(timer);
    }
}
