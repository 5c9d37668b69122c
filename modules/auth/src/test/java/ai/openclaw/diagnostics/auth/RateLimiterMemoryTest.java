package ai.openclaw.diagnostics.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** More addresses than the limiter tracks: what it forgets, and that its memory stays as it is. */
class RateLimiterMemoryTest {

    private static final AttemptLimit THREE = new AttemptLimit(3, 1_000, 5_000, true);
    private static final long PERMITTED_GROWTH = 16L << 20;

    private final AtomicLong clockMs = new AtomicLong();
    private final RateLimiter limiter = RateLimiter.of(THREE, clockMs::get);
    private final Caller caller = address(new byte[] {(byte) 203, 0, 113, 7});
    private final Caller almost = address(new byte[] {(byte) 203, 0, 113, 8});

    @Test
    void aMillionAddressesNeitherFillTheHeapNorEndALock() {
        wrong(caller, 3);
        wrong(almost, 2);
        long before = usedHeap();
        for (int i = 0; i < 1_000_000; i++) {
            limiter.attempt(i % 2 == 0 ? ipv4(i) : ipv6(i), false);
            assertThat(limiter.tracked() <= RateLimiter.CAPACITY).isTrue();
        }
        assertThat(usedHeap() - before).isLessThan(PERMITTED_GROWTH);
        assertThat(limiter.tracked()).isEqualTo(RateLimiter.CAPACITY);
        assertThat(limiter.lockedMs(caller)).isPositive();
        limiter.attempt(almost, false);
        assertThat(limiter.lockedMs(almost)).isPositive();
    }

    @Test
    void recordsThatAreOverGoBeforeThoseThatCount() {
        for (int i = 0; i < RateLimiter.CAPACITY; i++) {
            wrong(ipv4(i), 2);
        }
        clockMs.addAndGet(1_000);
        wrong(caller, 1); // fewer than any of the others, but these are over
        for (int i = 0; i < RateLimiter.CAPACITY - 1; i++) {
            wrong(ipv6(i), 1);
        }
        wrong(caller, 2);
        assertThat(limiter.lockedMs(caller)).isPositive();
    }

    @Test
    void whenAllAreLockedTheLockThatEndsFirstGoes() {
        for (int i = 0; i < RateLimiter.CAPACITY; i++) {
            wrong(ipv4(i), 3);
        }
        wrong(caller, 1);
        assertThat(limiter.lockedMs(ipv4(0))).isZero();
        assertThat(limiter.lockedMs(ipv4(1))).isPositive();
        assertThat(limiter.tracked()).isEqualTo(RateLimiter.CAPACITY);
    }

    private void wrong(Caller address, int times) {
        for (int i = 0; i < times; i++) {
            limiter.attempt(address, false);
        }
    }

    private static Caller ipv4(int number) {
        return address(ByteBuffer.allocate(4).putInt(0x0a00_0000 + number).array());
    }

    private static Caller ipv6(int number) {
        return address(ByteBuffer.allocate(16)
                .putLong(0x2001_0db8_0000_0000L + number)
                .putLong(1)
                .array());
    }

    private static Caller address(byte[] bytes) {
        try {
            return new Caller(InetAddress.getByAddress(bytes), false);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
