package ai.openclaw.diagnostics.auth;

import ai.openclaw.diagnostics.config.GatewayException;

/**
 * How many wrong credentials an address may present, as {@code gateway.auth.rateLimit} sets it.
 *
 * @param maxAttempts the wrong attempt within the window that locks the address out, 1 to 1000
 * @param windowMs how long a wrong attempt counts, 1 ms to a year
 * @param lockoutMs how long a lock lasts, 1 ms to a year
 * @param exemptLoopback whether callers on this machine are never counted
 */
public record AttemptLimit(int maxAttempts, long windowMs, long lockoutMs, boolean exemptLoopback) {

    private static final int MAX_ATTEMPTS = 1_000; // each one that counts is remembered
    private static final long YEAR_MS = 365L * 24 * 60 * 60 * 1000;

    public AttemptLimit {
        check("maxAttempts", maxAttempts, MAX_ATTEMPTS);
        check("windowMs", windowMs, YEAR_MS);
        check("lockoutMs", lockoutMs, YEAR_MS);
    }

    /** Returns 10 attempts in a minute, five minutes of lock, loopback exempt. */
    public static AttemptLimit defaults() {
        return new AttemptLimit(10, 60_000, 300_000, true);
    }

    private static void check(String key, long value, long most) {
        if (value < 1 || value > most) {
            throw GatewayException.unusable(
                    "gateway.auth.rateLimit." + key + " is " + value + ", but must be 1 to " + most + ".");
        }
    }
}
