package ai.openclaw.diagnostics.auth;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who presented wrong credentials lately, and who is locked out for it.
 *
 * <p>Wrong attempts are counted per IPv4 address and per IPv6 /64, since one host usually has a whole /64, in a window
 * that slides. The {@link AttemptLimit#maxAttempts()}th within the window starts a lock; the attempt itself is still
 * answered as a wrong one. A right attempt clears the record of an address that is not locked.
 *
 * <p>Guarantees:
 *
 * <ol>
 *   <li>Counting is atomic: of any number of parallel wrong attempts of one address, exactly the permitted number is
 *       told so, and every other one is told that it is locked out.
 *   <li>At most {@value #CAPACITY} addresses are tracked, each with at most {@code maxAttempts} times. When there is no
 *       room for another one, the record that matters least goes: first one whose window or lock is over, then the one
 *       with the fewest wrong attempts, of these the oldest; a lock only when every record is one, the soonest to end.
 *       So wrong attempts of ever new addresses never end a lock.
 *   <li>A call takes no longer than going through {@code maxAttempts} elements, whatever the number of addresses.
 * </ol>
 *
 * <p>Threads: any; calls exclude each other and do nothing slow.
 */
public final class RateLimiter {

    /** How many addresses are tracked at most. */
    public static final int CAPACITY = 10_000;

    /** Beside IPv6: no host has an address in 0:ffff::/32. */
    private static final long IPV4 = 0x0000_ffff_0000_0000L;

    private final AttemptLimit limit;
    private final LongSupplier clockMs;
    private final Map<Long, Attempts> records = new HashMap<>(); // guarded by this, as is what follows
    /** By number of wrong attempts, the last list is of the locked; in each, who has been in it longest is first. */
    private final List<LinkedHashMap<Long, Attempts>> byCount = new ArrayList<>();

    private RateLimiter(AttemptLimit limit, LongSupplier clockMs) {
        this.limit = limit;
        this.clockMs = clockMs;
        for (int count = 0; count <= limit.maxAttempts(); count++) {
            byCount.add(new LinkedHashMap<>());
        }
    }

    /** Returns a limiter that has counted nothing yet. */
    public static RateLimiter of(AttemptLimit limit) {
        return of(limit, () -> System.nanoTime() / 1_000_000);
    }

    /** Returns a limiter with another clock, in milliseconds since any time, never backwards. */
    public static RateLimiter of(AttemptLimit limit, LongSupplier clockMs) {
        return new RateLimiter(limit, clockMs);
    }

    /** Returns a limiter with the same settings and clock that has counted nothing yet. */
    RateLimiter sibling() {
        return new RateLimiter(limit, clockMs);
    }

    /** Returns for how many milliseconds a caller's address is still locked out, 0 if it is not. */
    long lockedMs(Caller caller) {
        return isExempt(caller) ? 0 : lockedMs(key(caller.address()));
    }

    /**
     * Counts an attempt with a credential, unless the caller's address is locked out.
     *
     * @return for how many milliseconds it was locked out before the attempt; 0 if the attempt counted
     */
    public long attempt(Caller caller, boolean right) {
        return isExempt(caller) ? 0 : attempt(key(caller.address()), right);
    }

    /** Returns how many addresses are tracked. */
    public synchronized int tracked() {
        return records.size();
    }

    private boolean isExempt(Caller caller) {
        return limit.exemptLoopback() && caller.isLocal();
    }

    private static long key(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet4Address ? IPV4 | Integer.toUnsignedLong(bytes.getInt()) : bytes.getLong();
    }

    private synchronized long lockedMs(long key) {
        Attempts record = records.get(key);
        return record == null || !isLocked(record) ? 0 : Math.max(0, record.endMs - clockMs.getAsLong());
    }

    private synchronized long attempt(long key, boolean right) {
        long lockedMs = lockedMs(key);
        if (lockedMs == 0 && right) {
            remove(key);
        } else if (lockedMs == 0) {
            countWrong(key, clockMs.getAsLong());
        }
        return lockedMs;
    }

    private void countWrong(long key, long nowMs) {
        Attempts record = remove(key);
        if (record == null || isLocked(record)) { // a lock that is over leaves nothing behind
            record = new Attempts();
        }
        record.add(nowMs, limit.windowMs());
        makeRoom(nowMs);
        records.put(key, record);
        listOf(record).put(key, record);
        record.endMs = nowMs + (isLocked(record) ? limit.lockoutMs() : limit.windowMs());
    }

    private boolean isLocked(Attempts record) {
        return record.count == limit.maxAttempts();
    }

    private LinkedHashMap<Long, Attempts> listOf(Attempts record) {
        return byCount.get(record.count);
    }

    private @Nullable Attempts remove(long key) {
        Attempts record = records.remove(key);
        if (record != null) {
            listOf(record).remove(key);
        }
        return record;
    }

    private void makeRoom(long nowMs) {
        if (records.size() == CAPACITY) {
            remove(leastImportant(nowMs));
        }
    }

    /** The first of each list ends before the others of that list. */
    private long leastImportant(long nowMs) {
        Long fewest = null;
        for (LinkedHashMap<Long, Attempts> list : byCount) {
            Iterator<Map.Entry<Long, Attempts>> oldest = list.entrySet().iterator();
            if (oldest.hasNext()) {
                Map.Entry<Long, Attempts> first = oldest.next();
                if (first.getValue().endMs <= nowMs) {
                    return first.getKey();
                }
                fewest = fewest == null ? first.getKey() : fewest;
            }
        }
        return Objects.requireNonNull(fewest, "a full table has a record");
    }

    /** The wrong attempts of one address, oldest first, and when the last of its window or its lock ends. */
    private static final class Attempts {
        private long[] timesMs = new long[2];
        private int count;
        private long endMs;

        void add(long nowMs, long windowMs) {
            int over = 0;
            while (over < count && timesMs[over] <= nowMs - windowMs) {
                over++;
            }
            count -= over;
            long[] room = count < timesMs.length ? timesMs : new long[count * 2];
            System.arraycopy(timesMs, over, room, 0, count);
            room[count++] = nowMs;
            timesMs = room;
        }
    }
}
