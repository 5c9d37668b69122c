package ai.openclaw.diagnostics.store;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The series sets of which a writer held a part when a {@link Snapshot} came to them; waits for them, but not for ever. */
final class HeldSets {

    private static final System.Logger LOG = System.getLogger(HeldSets.class.getName());

    private static final int YIELDS = 100;
    private static final long PARK = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final List<SetReading> sets = new ArrayList<>();
    private final long maxWait;
    private long nextWarning = System.nanoTime();

    /** @param maxWait in nanoseconds */
    HeldSets(long maxWait) {
        this.maxWait = maxWait;
    }

    void clear() {
        sets.clear();
    }

    void add(SetReading set) {
        sets.add(set);
    }

    boolean isEmpty() {
        return sets.isEmpty();
    }

    /**
     * Reads the sets as they become free, until all are read or the time is up; sets that an earlier call gave up are not
     * waited for.
     *
     * @return how many are left
     */
    @SuppressWarnings("ThreadPriorityCheck") // yielding is a courtesy here; nothing relies on it
    int drain(StripeSum sum) {
        long start = System.nanoTime();
        for (int round = 0; isWorthWaiting() && System.nanoTime() - start < maxWait; round++) {
            if (round < YIELDS) {
                Thread.yield(); // a holder without a processor needs one
            } else {
                LockSupport.parkNanos(this, PARK);
            }
            readAll(sum);
        }
        if (!sets.isEmpty()) {
            giveUp();
        }
        return sets.size();
    }

    private boolean isWorthWaiting() {
        for (int i = 0; i < sets.size(); i++) {
            if (!sets.get(i).isOverdue()) {
                return true;
            }
        }
        return false;
    }

    private void readAll(StripeSum sum) {
        for (int i = sets.size() - 1; i >= 0; i--) {
            if (sets.get(i).tryRead(sum)) {
                int last = sets.size() - 1;
                sets.set(i, sets.get(last));
                sets.remove(last);
            }
        }
    }

    private void giveUp() {
        for (int i = 0; i < sets.size(); i++) {
            sets.get(i).giveUp();
        }
        long now = System.nanoTime();
        if (now - nextWarning >= 0) {
            nextWarning = now + MINUTE;
            LOG.log(
                    Level.WARNING,
                    "{0} sets of series, one of them of {1}, show the numbers of the scrape before: a thread that updates "
                            + "them has been stopped for over {2} ms. They are read again at the next scrape. If this "
                            + "lasts, take a thread dump: a publisher is suspended, by a debugger for example.",
                    sets.size(),
                    sets.get(0).family(),
                    TimeUnit.NANOSECONDS.toMillis(maxWait));
        }
    }
}
