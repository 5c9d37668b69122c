package ai.openclaw.diagnostics.events;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a Gateway publishes its diagnostic events.
 *
 * <p>Delivery is synchronous: {@link #publish} returns when every subscriber has taken the event, on the thread that
 * calls it. There is no queue, so nothing is lost beyond some bound and nothing arrives late. A subscriber that fails
 * is isolated: the others still get the event, the publisher notices nothing, the failure is counted and logged once a
 * minute.
 *
 * <p>Any thread may publish, subscribe and close at any time. Publishing neither blocks nor allocates.
 */
public final class DiagnosticsChannel {

    private static final System.Logger LOG = System.getLogger(DiagnosticsChannel.class.getName());

    private final boolean enabled;
    private final boolean vouches;
    private final Audience audience;

    private DiagnosticsChannel(boolean enabled, boolean vouches, Audience audience) {
        this.enabled = enabled;
        this.vouches = vouches;
        this.audience = audience;
    }

    /** Returns a channel that delivers. */
    public static DiagnosticsChannel create() {
        return new DiagnosticsChannel(true, true, new Audience());
    }

    /** Returns the channel of a Gateway whose diagnostics are off: what is published on it goes nowhere. */
    public static DiagnosticsChannel disabled() {
        return new DiagnosticsChannel(false, true, new Audience());
    }

    /**
     * Returns this channel for the hands of somebody whom the Gateway does not vouch for: it has the same subscribers,
     * but whatever is published through it is {@link Provenance#UNTRUSTED}.
     */
    public DiagnosticsChannel untrusted() {
        return new DiagnosticsChannel(enabled, false, audience);
    }

    /** Tells whether published events reach subscribers. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Adds a subscriber, which gets the events published from now on until its subscription is closed. */
    public Subscription subscribe(DiagnosticSubscriber subscriber) {
        Seat seat = new Seat(subscriber);
        audience.change(seat, true);
        return () -> {
            seat.open = false;
            audience.change(seat, false);
        };
    }

    /** Delivers an event to every subscriber before it returns. Never throws what a subscriber throws. */
    public void publish(DiagnosticEvent event, Provenance provenance) {
        if (!enabled) {
            return;
        }
        Provenance vouched = vouches ? provenance : Provenance.UNTRUSTED;
        for (Seat seat : audience.seats) {
            deliver(seat, event, vouched);
        }
    }

    /** Returns how many subscriptions are open. */
    public int subscribers() {
        return audience.seats.length;
    }

    /** Returns how many deliveries failed so far. */
    public long failures() {
        return audience.failures.get();
    }

    private void deliver(Seat seat, DiagnosticEvent event, Provenance provenance) {
        try {
            if (seat.open) { // it may have been closed since this publication began
                seat.subscriber.onEvent(event, provenance);
            }
        } catch (Throwable failure) { // also errors: a publisher must not fall with one of its observers
            failed(event, failure);
        }
    }

    private void failed(DiagnosticEvent event, Throwable failure) {
        long count = audience.failures.incrementAndGet();
        if (audience.logged.isDue()) {
            // The class of the failure only: its message may quote a value of the event.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A subscriber failed on a {0} event with {1}; {2} deliveries failed since the start. "
                            + "Other subscribers and the publisher are not affected.",
                    event.type().text(),
                    failure.getClass().getName(),
                    count);
        }
    }

    /** The subscribers, and how they fare. */
    private static final class Audience {
        private final AtomicLong failures = new AtomicLong();
        private final OncePerMinute logged = OncePerMinute.create();
        private volatile Seat[] seats = {};

        /** Replaces the array, which publishers read without a lock. */
        synchronized void change(Seat seat, boolean add) {
            List<Seat> changed = new ArrayList<>(List.of(seats));
            if (add) {
                changed.add(seat);
            } else {
                changed.remove(seat);
            }
            seats = changed.toArray(Seat[]::new);
        }
    }

    /** A place of its own for each subscription, so that one subscriber may hold two and close one. */
    private static final class Seat {
        private final DiagnosticSubscriber subscriber;
        private volatile boolean open = true;

        Seat(DiagnosticSubscriber subscriber) {
            this.subscriber = subscriber;
        }
    }
}
