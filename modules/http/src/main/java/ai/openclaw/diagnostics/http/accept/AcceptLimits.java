package ai.openclaw.diagnostics.http.accept;

import java.time.Duration;
import java.util.List;

/**
 * What connections may take before their first request.
 *
 * @param connections how many may have sent no complete head, at least 1
 * @param headBytes how many first bytes of a connection are waited for; what is longer is passed on as it is
 * @param bytes how many bytes of incomplete heads are kept
 * @param timeout how long the first bytes may take
 * @param probes how requests begin that are passed on before others
 */
record AcceptLimits(int connections, int headBytes, int bytes, Duration timeout, List<String> probes) {

    private static final List<String> PROBES = List.of("GET /health", "GET /ready", "GET /startup");

    /** How much an event loop has to take up at a time, in single requests: a later one is not read behind more than these. */
    static final int PASSED_ON = 64;

    /** How many single requests a connection counts as that sent many at once. */
    static final int PIPELINED = 8;

    /** How many single requests a TLS handshake counts as: it takes a signature. */
    static final int HANDSHAKE = 16;

    /** How many TLS handshakes may be under way; a further one replaces the oldest. */
    static final int HANDSHAKES = 256;

    /** Returns limits for heads of this size that may take this long, for this many connections in all. */
    static AcceptLimits of(int connections, int headBytes, Duration timeout) {
        return new AcceptLimits(connections, headBytes, 8 << 20, timeout, PROBES);
    }
}
