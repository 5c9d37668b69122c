package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Body;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits the scrapes under way, and the bytes of their bodies. Any thread may call.
 *
 * <p>A scraper that takes its body slowly, or not at all, keeps its permit only as long as no other scraper needs it: when
 * all permits are taken, the scrape that has been sending longest is given up, if it has had {@value #MIN_SENDING_MS} ms.
 * So a body that is taken in that time always arrives, and no number of stalled scrapers locks the others out.
 *
 * <p>A scrape that is given up keeps its connection until the server cuts it. There are at most
 * {@value #MAX_LINGERING} of these; beyond that, permits are free again only when a connection is closed.
 */
final class ScrapePermits {

    /** Prometheus servers come in twos and threes. */
    static final int MAX_CONCURRENT_SCRAPES = 100;

    /** How many scrapes that were given up may wait for their connections to be cut. */
    static final int MAX_LINGERING = 200;

    /** How long every scraper may take for its body. */
    static final long MIN_SENDING_MS = 1000;

    /** How many bytes the different bodies that are being sent may have before the next one is rendered. */
    static final long MAX_BODY_BYTES = 32L << 20;

    private final LongSupplier clockMs;
    private final List<Permit> sending = new ArrayList<>(); // guarded by this; oldest first
    private int held; // guarded by this
    private int lingering; // guarded by this

    ScrapePermits() {
        this(() -> System.nanoTime() / 1_000_000);
    }

    /** @param clockMs in milliseconds since any time, never backwards */
    ScrapePermits(LongSupplier clockMs) {
        this.clockMs = clockMs;
    }

    /** Returns a permit, for which other scrapes may have been given up, or null if there is none. */
    @Nullable
    Permit tryAcquire() {
        List<Permit> givenUp = new ArrayList<>();
        boolean acquired;
        synchronized (this) {
            while (isFull() && isOldestReplaceable()) {
                givenUp.add(sending.get(0));
                linger(sending.get(0));
            }
            acquired = !isFull();
            held += acquired ? 1 : 0;
        }
        givenUp.forEach(permit -> permit.whenGivenUp.run());
        return acquired ? new Permit() : null;
    }

    private boolean isFull() {
        return held >= MAX_CONCURRENT_SCRAPES || bodyBytes() > MAX_BODY_BYTES;
    }

    private long bodyBytes() {
        Set<Body> bodies = Collections.newSetFromMap(new IdentityHashMap<>());
        long bytes = 0;
        for (Permit permit : sending) {
            Body body = permit.body;
            bytes += body != null && bodies.add(body) ? body.length() : 0;
        }
        return bytes;
    }

    private boolean isOldestReplaceable() {
        return !sending.isEmpty()
                && lingering < MAX_LINGERING
                && clockMs.getAsLong() - sending.get(0).sinceMs >= MIN_SENDING_MS;
    }

    /** Takes the permit, but not the connection, from a scrape. */
    private void linger(Permit permit) {
        sending.remove(permit);
        permit.body = null;
        if (lingering < MAX_LINGERING) {
            permit.state = State.LINGERING;
            lingering++;
            held--;
        } else {
            permit.state = State.GIVEN_UP;
        }
    }

    private enum State {
        /** Waits for its body, or is being sent it. */
        HELD,
        /** Given up, and holds its permit all the same, since too many linger. */
        GIVEN_UP,
        /** Given up, and holds no permit. */
        LINGERING,
        /** Over. */
        RELEASED
    }

    /** A scrape's right to be served; released once by the scrape's end. */
    final class Permit {
        private State state = State.HELD; // guarded by the permits, as is what follows
        private @Nullable Body body;
        private long sinceMs;
        private Runnable whenGivenUp = () -> {};

        /**
         * Says that a body is about to be sent.
         *
         * @param whenGivenUp called once, on any thread, if another scrape needs the place: to forget the body and to close
         *     the connection
         */
        void sends(Body body, Runnable whenGivenUp) {
            synchronized (ScrapePermits.this) {
                if (state == State.HELD) {
                    this.body = body;
                    this.whenGivenUp = whenGivenUp;
                    this.sinceMs = clockMs.getAsLong();
                    sending.add(this);
                }
            }
        }

        /** Says that the scraper has not taken its body in time; its connection is not closed yet. */
        void giveUp() {
            synchronized (ScrapePermits.this) {
                if (state == State.HELD) {
                    linger(this);
                }
            }
        }

        /** Says that the scrape is over: its response has ended or its connection is closed. */
        void release() {
            synchronized (ScrapePermits.this) {
                sending.remove(this);
                body = null;
                if (state == State.LINGERING) {
                    lingering--;
                } else if (state != State.RELEASED) {
                    held--;
                }
                state = State.RELEASED;
            }
        }
    }
}
