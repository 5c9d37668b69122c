package ai.openclaw.diagnostics.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Where a Gateway publishes its diagnostic events.
 *
 * <p>Delivery is synchronous: {@link #publish} returns when every subscriber has taken the event, on the thread that
 * calls it. There is no queue, so nothing is lost at a bound and nothing arrives late. A subscriber that fails
 * is isolated: the others still get the event, the publisher notices nothing, the failure is counted and throttle once a
 * minute.
 *
 * <p>Any thread may publish, subscribe and close at any time. Publishing neither blocks nor allocates.
 */
public final class DiagnosticsChannel {

    private static final System.Logger LOG = System.getLogger(DiagnosticsChannel.class.getName());

    private final boolean enabled;
    private final boolean trusted;
    private final Subscribers subscribers;
    private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();

    private DiagnosticsChannel(boolean enabled, boolean trusted, Subscribers subscribers) {
        this.enabled = enabled;
        this.trusted = trusted;
        this.subscribers = subscribers;
    }

    /** Returns a channel that delivers. */
    public static DiagnosticsChannel create() {
        return new DiagnosticsChannel(true, true, new Subscribers());
    }

    /** Returns the channel of a Gateway whose diagnostics are off: what is published on it goes nowhere. */
    public static DiagnosticsChannel disabled() {
        return new DiagnosticsChannel(false, true, new Subscribers());
    }

    /**
     * Returns this channel for code that the Gateway does not trust, such as a plugin: it has the same subscribers, but
     * whatever is published through it is {@link Provenance#UNTRUSTED}.
     */
    public DiagnosticsChannel untrusted() {
        return new DiagnosticsChannel(enabled, false, subscribers);
    }

    /**
     * Returns the one object of a type that the subscribers of this channel share, so that what costs something is done once
     * for all of them. What is shared on a channel is not on its {@link #untrusted()} view.
     *
     * @param first makes it for the first that asks
     */
    public <T> T shared(Class<T> type, Supplier<T> first) {
        return type.cast(shared.computeIfAbsent(type, absent -> first.get()));
    }

    /** Tells whether published events reach subscribers. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Adds a subscriber, which gets the events published from now on until its subscription is closed. */
    public Subscription subscribe(DiagnosticSubscriber subscriber) {
        Registration registration = new Registration(subscriber);
        subscribers.change(registration, true);
        return () -> {
            registration.open = false;
            subscribers.change(registration, false);
        };
    }

    /** Delivers an event to every subscriber before it returns. Never throws what a subscriber throws. */
    public void publish(DiagnosticEvent event, Provenance provenance) {
        if (!enabled) {
            return;
        }
        Provenance effective = trusted ? provenance : Provenance.UNTRUSTED;
        for (Registration registration : subscribers.registrations) {
            deliver(registration, event, effective);
        }
    }

    /** Returns how many subscriptions are open. */
    public int subscribers() {
        return subscribers.registrations.length;
    }

    /** Returns how many deliveries failed so far. */
    public long failures() {
        return subscribers.failures.get();
    }

    /** Returns the counts of what could not be recorded of the events that are published here, and of texts on their way. */
    public Rejections rejections() {
        return subscribers.rejections;
    }

    private void deliver(Registration registration, DiagnosticEvent event, Provenance provenance) {
        try {
            if (registration.open) { // it may have been closed since this publication began
                registration.subscriber.onEvent(event, provenance);
            }
        } catch (Throwable failure) { // also errors: a publisher must not fall with one of its observers
            failed(event, failure);
        }
    }

    private void failed(DiagnosticEvent event, Throwable failure) {
        long count = subscribers.failures.incrementAndGet();
        if (subscribers.throttle.tryAcquire()) {
            // The class of the failure only: its message may quote a value of the event.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A subscriber failed on a {0} event with {1}; {2} deliveries failed since the start. "
                            + "Other subscribers and the publisher are not affected.",
                    event.type().name(),
                    failure.getClass().getName(),
                    count);
        }
    }

    /** The subscriptions, and how many deliveries failed. */
    private static final class Subscribers {
        private final AtomicLong failures = new AtomicLong();
        private final Rejections rejections = Rejections.create();
        private final LogThrottle throttle = LogThrottle.create();
        private volatile Registration[] registrations = {};

        /** Replaces the array, which publishers read without a lock. */
        synchronized void change(Registration registration, boolean add) {
            List<Registration> changed = new ArrayList<>(List.of(registrations));
            if (add) {
                changed.add(registration);
            } else {
                changed.remove(registration);
            }
            registrations = changed.toArray(Registration[]::new);
        }
    }

    /** A subscription. One subscriber may have two and close one. */
    private static final class Registration {
        private final DiagnosticSubscriber subscriber;
        private volatile boolean open = true;

        Registration(DiagnosticSubscriber subscriber) {
            this.subscriber = subscriber;
        }
    }
}
