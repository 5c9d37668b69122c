package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.Setting;
import java.util.Optional;

/**
 * How wrong credentials are limited.
 *
 * @param maxAttempts wrong credentials from one address before it is locked out, from 1 on
 * @param windowMs the time in which they are counted, in milliseconds, from 1 on
 * @param lockoutMs how long the address is locked out, in milliseconds, from 1 on
 * @param exemptLoopback whether this machine is never locked out
 */
public record RateLimit(
        Setting<Integer> maxAttempts,
        Setting<Long> windowMs,
        Setting<Long> lockoutMs,
        Setting<Boolean> exemptLoopback) {

    /** Returns what the file says; a file without the object has no limit, an empty object has that of the defaults. */
    static Optional<RateLimit> of(GatewayConfig file) {
        return file.sourceOf(Schema.RATE_LIMIT)
                .map(source -> new RateLimit(
                        file.inForce(Schema.RATE_LIMIT_ATTEMPTS),
                        file.inForce(Schema.RATE_LIMIT_WINDOW),
                        file.inForce(Schema.RATE_LIMIT_LOCKOUT),
                        file.inForce(Schema.RATE_LIMIT_EXEMPT)));
    }
}
