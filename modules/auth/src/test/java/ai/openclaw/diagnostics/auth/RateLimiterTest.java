package ai.openclaw.diagnostics.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.config.GatewayException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limiter alone, with a clock that the test moves. */
class RateLimiterTest {

    private static final AttemptLimit THREE = new AttemptLimit(3, 1_000, 5_000, true);

    private final AtomicLong clockMs = new AtomicLong(-500); // System.nanoTime() may be negative
    private final RateLimiter limiter = RateLimiter.of(THREE, clockMs::get);
    private final Caller caller = address("203.0.113.7");

    @Test
    void theLastPermittedAttemptCountsAndStartsTheLock() {
        assertThat(wrong(caller, 3)).containsExactly(0L, 0L, 0L);
        assertThat(limiter.lockedMs(caller)).isEqualTo(5_000);
        assertThat(limiter.attempt(caller, false)).isEqualTo(5_000);
    }

    @Test
    void oneAttemptMayBeAllThereIs() {
        RateLimiter strict = RateLimiter.of(new AttemptLimit(1, 1_000, 5_000, true), clockMs::get);
        assertThat(strict.attempt(caller, false)).isZero();
        assertThat(strict.attempt(caller, true)).isEqualTo(5_000);
    }

    @Test
    void whatIsPresentedDuringTheLockNeitherProlongsNorEndsIt() {
        wrong(caller, 3);
        clockMs.addAndGet(4_998);
        assertThat(limiter.attempt(caller, true)).isEqualTo(2);
        assertThat(limiter.attempt(caller, false)).isEqualTo(2);
        clockMs.addAndGet(1);
        assertThat(limiter.lockedMs(caller)).isEqualTo(1);
        clockMs.addAndGet(1);
        assertThat(limiter.lockedMs(caller)).isZero();
    }

    @Test
    void aLockThatIsOverLeavesAllAttemptsAgainEvenWithinTheWindow() {
        RateLimiter brief = RateLimiter.of(new AttemptLimit(2, 1_000, 100, true), clockMs::get);
        for (int lock = 0; lock < 3; lock++) {
            assertThat(brief.attempt(caller, false)).isZero();
            assertThat(brief.lockedMs(caller)).isZero();
            assertThat(brief.attempt(caller, false)).isZero();
            assertThat(brief.lockedMs(caller)).isEqualTo(100);
            clockMs.addAndGet(100);
        }
    }

    @Test
    void aSuccessClearsTheRecord() {
        wrong(caller, 2);
        assertThat(limiter.attempt(caller, true)).isZero();
        assertThat(limiter.tracked()).isZero();
        wrong(caller, 2);
        assertThat(limiter.lockedMs(caller)).isZero();
    }

    @Test
    void theWindowSlides() {
        wrong(caller, 1); // at 0
        clockMs.addAndGet(600);
        wrong(caller, 1); // at 600
        clockMs.addAndGet(400);
        wrong(caller, 1); // at 1000: the first one counts no more
        assertThat(limiter.lockedMs(caller)).isZero();
        clockMs.addAndGet(599);
        wrong(caller, 1); // at 1599: the third since 600
        assertThat(limiter.lockedMs(caller)).isEqualTo(5_000);
    }

    @Test
    void everyAddressHasItsOwnRecordButAnIpv6NetworkHasOne() {
        wrong(address("2001:db8:0:1::1"), 2);
        wrong(address("2001:db8:0:1:ffff::2"), 1);
        assertThat(limiter.lockedMs(address("2001:db8:0:1::3"))).isPositive();
        assertThat(limiter.lockedMs(address("2001:db8:0:2::1"))).isZero();
        wrong(caller, 3);
        assertThat(limiter.lockedMs(address("203.0.113.8"))).isZero();
        assertThat(limiter.lockedMs(address("::ffff:203.0.113.7"))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1"})
    void loopbackIsExemptUnlessTheSettingsSayOtherwise(String loopback) {
        assertThat(wrong(address(loopback), 9)).containsOnly(0L);
        assertThat(limiter.tracked()).isZero();
        RateLimiter unexempted = RateLimiter.of(new AttemptLimit(1, 1_000, 5_000, false), clockMs::get);
        unexempted.attempt(address(loopback), false);
        assertThat(unexempted.lockedMs(address(loopback))).isPositive();
    }

    @Test
    void parallelAttemptsAreCountedOneByOne() throws Exception {
        RateLimiter slow = RateLimiter.of(AttemptLimit.defaults(), RateLimiterTest::zeroAfterAWhile);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> guesses = () -> {
                int permitted = 0;
                for (int i = 0; i < 10; i++) {
                    permitted += slow.attempt(caller, false) == 0 ? 1 : 0;
                }
                return permitted;
            };
            int permitted = 0;
            for (Future<Integer> ofThread : threads.invokeAll(Collections.nCopies(8, guesses))) {
                permitted += ofThread.get();
            }
            assertThat(permitted).isEqualTo(10);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asked in the middle of an attempt, so that others get the chance to come between. */
    private static long zeroAfterAWhile() {
        Thread.onSpinWait();
        return 0;
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        assertThat(AttemptLimit.defaults()).isEqualTo(new AttemptLimit(10, 60_000, 300_000, true));
        assertThatThrownBy(() -> new AttemptLimit(0, 1, 1, true))
                .isInstanceOf(GatewayException.class)
                .hasMessage("gateway.auth.rateLimit.maxAttempts is 0, but must be 1 to 1000.");
        assertThatThrownBy(() -> new AttemptLimit(1_001, 1, 1, true)).hasMessageContaining("maxAttempts is 1001");
        assertThatThrownBy(() -> new AttemptLimit(1, 0, 1, true)).hasMessageContaining("windowMs is 0");
        assertThatThrownBy(() -> new AttemptLimit(1, 1, Long.MAX_VALUE, true)).hasMessageContaining("lockoutMs is 92");
    }

    private List<Long> wrong(Caller address, int times) {
        List<Long> lockedMs = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            lockedMs.add(limiter.attempt(address, false));
        }
        return lockedMs;
    }

    private static Caller address(String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            return new Caller(address, address.isLoopbackAddress());
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
