package ai.openclaw.diagnostics.http.accept;

import java.time.Duration;

/**
 * What connections may take before their first request.
 *
 * @param connections how many may wait with their first bytes incomplete or unanswered, at least 1
 * @param headBytes how many first bytes of a connection are waited for; what is longer is passed on as it is
 * @param bytes how many first bytes of all connections are kept
 * @param timeout how long the first bytes may take
 * @param handshakeTimeout how long a TLS handshake may hold up others
 */
public record AcceptLimits(int connections, int headBytes, int bytes, Duration timeout, Duration handshakeTimeout) {

    /** How many connections an event loop has to take up at a time: a later one is not read behind more than these. */
    static final int PASSED_ON = 64;

    /** Returns limits for heads of this size that may take this long, for this many connections in all. */
    public static AcceptLimits of(int connections, int headBytes, Duration timeout) {
        return new AcceptLimits(connections, headBytes, 8 << 20, timeout, Duration.ofSeconds(1));
    }
}
