package ai.openclaw.diagnostics.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Holds the lock of a stripe as a writer does that lost its processor at the worst moment. */
final class StripeHolder {

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] words;
    private final int lockAt;

    private StripeHolder(long[] words, int lockAt) {
        this.words = words;
        this.lockAt = lockAt;
    }

    /** Takes the lock of a stripe that nobody holds. */
    static StripeHolder hold(Series series, int stripe) {
        StripeHolder holder = new StripeHolder(words(series.cell()), lockAt(series.cell(), stripe));
        if (!WORDS.compareAndSet(holder.words, holder.lockAt, 0L, 1L)) {
            throw new AssertionError("stripe " + stripe + " is held already");
        }
        return holder;
    }

    void release() {
        WORDS.setRelease(words, lockAt, 0L);
    }

    private static long[] words(Cell cell) {
        try {
            Field words = StripedCell.class.getDeclaredField("words");
            words.setAccessible(true);
            return (long[]) words.get(cell);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the layout of StripedCell has changed", e);
        }
    }

    private static int lockAt(Cell cell, int stripe) {
        try {
            Method offset = StripedCell.class.getDeclaredMethod("offset", int.class);
            Field lock = StripedCell.class.getDeclaredField("LOCK");
            offset.setAccessible(true);
            lock.setAccessible(true);
            return (int) offset.invoke(cell, stripe) + lock.getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the layout of StripedCell has changed", e);
        }
    }
}
