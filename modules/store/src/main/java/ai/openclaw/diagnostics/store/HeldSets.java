package ai.openclaw.diagnostics.store;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The series sets of which a writer held a part when a {@link Snapshot} came to them; waits for them, but not for ever. */
final class HeldSets {

    private static final System.Logger LOG = System.getLogger(HeldSets.class.getName());

    private static final int YIELDS = 100;
    private static final long PARK = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    /** For sets that an earlier refresh gave up: they are held for long, and others wait behind them. */
    private static final long MAX_WAIT_IF_OVERDUE = TimeUnit.MILLISECONDS.toNanos(20);

    private final List<SetReading> sets = new ArrayList<>();
    private final List<StripeSum> sums = new ArrayList<>(); // of what was read of the set at the same index
    private final List<StripeSum> spare = new ArrayList<>();
    private final Supplier<StripeSum> newSum;
    private final long maxWait;
    private long nextWarning = System.nanoTime();

    /**
     * @param newSum makes a sum for each set that is held at the same time as others
     * @param maxWait in nanoseconds
     */
    HeldSets(Supplier<StripeSum> newSum, long maxWait) {
        this.newSum = newSum;
        this.maxWait = maxWait;
    }

    void clear() {
        if (!sets.isEmpty()) { // adding none would allocate
            sets.clear();
            spare.addAll(sums);
            sums.clear();
        }
    }

    /** Adds a set with what could be read of it, and returns another sum to go on with. */
    StripeSum add(SetReading set, StripeSum sum) {
        sets.add(set);
        sums.add(sum);
        return spare.isEmpty() ? newSum.get() : spare.remove(spare.size() - 1);
    }

    boolean isEmpty() {
        return sets.isEmpty();
    }

    /**
     * Reads the sets, stripe by stripe as they become free, until all are read or the time is up.
     *
     * @return how many are left
     */
    @SuppressWarnings("ThreadPriorityCheck") // yielding is a courtesy here; nothing relies on it
    int drain() {
        long start = System.nanoTime();
        for (int round = 0; !sets.isEmpty() && System.nanoTime() - start < maxWait(); round++) {
            if (round < YIELDS) {
                Thread.yield(); // a holder without a processor needs one
            } else {
                LockSupport.parkNanos(this, PARK);
            }
            readAll();
        }
        if (!sets.isEmpty()) {
            giveUp();
        }
        return sets.size();
    }

    private long maxWait() {
        for (int i = 0; i < sets.size(); i++) {
            if (!sets.get(i).isOverdue()) {
                return maxWait;
            }
        }
        return Math.min(maxWait, MAX_WAIT_IF_OVERDUE);
    }

    private void readAll() {
        for (int i = sets.size() - 1; i >= 0; i--) {
            StripeSum sum = sums.get(i);
            if (sets.get(i).tryRead(sum)) {
                int last = sets.size() - 1;
                sets.set(i, sets.get(last));
                sets.remove(last);
                sums.set(i, sums.get(last));
                sums.remove(last);
                spare.add(sum);
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
