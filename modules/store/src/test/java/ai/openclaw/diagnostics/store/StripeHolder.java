package ai.openclaw.diagnostics.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Holds the lock of a stripe as a writer does that lost its processor at the worst moment. */
final class StripeHolder {

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] words;
    private final int lockAt;

    private StripeHolder(long[] words, int lockAt) {
        this.words = words;
        this.lockAt = lockAt;
    }

    /** Takes the lock of a stripe that is free. */
    static StripeHolder hold(Series series, int stripe) {
        LabeledSeries set = series.set();
        StripeHolder holder = new StripeHolder(set.cell(), set.cells().lockAt(stripe));
        if (!WORDS.compareAndSet(holder.words, holder.lockAt, 0L, 1L)) {
            throw new AssertionError("stripe " + stripe + " is held already");
        }
        return holder;
    }

    void release() {
        WORDS.setRelease(words, lockAt, 0L);
    }
}
