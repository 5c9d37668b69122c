package ai.openclaw.diagnostics.http.route;

import java.time.Duration;

/**
 * What clients may take of one HTTP server. See {@code docs/hostile-clients.md} for what that is in bytes.
 *
 * @param connections how many connections may be open, at least 1
 * @param headerBytes how long a request's headers may be, and how long its request line; at least 256
 * @param requestsPerConnection after how many requests a connection is closed, at least 1
 * @param headerTimeout how long a new connection may take to send a whole request head, whatever it sends meanwhile
 * @param idleTimeout how long a connection may wait for its next request, whatever it sends meanwhile
 * @param bodyTimeout how long a request's body may take, from the end of its head on
 * @param stallTimeout after what time without a write that went through a connection is cut; a handler that answers
 *     later than that cannot be used
 */
public record HttpLimits(
        int connections,
        int headerBytes,
        int requestsPerConnection,
        Duration headerTimeout,
        Duration idleTimeout,
        Duration bodyTimeout,
        Duration stallTimeout) {

    /** How many streams an HTTP/2 connection may have open at a time; HTTP/2 is spoken over TLS only. */
    static final int STREAMS_PER_CONNECTION = 100;

    /** Room for a secret of 8 KiB and the headers around it. */
    private static final int DEFAULT_HEADER_BYTES = 16 * 1024;

    /** The limits of the project's own servers. */
    public static final HttpLimits DEFAULT = new HttpLimits(
            512,
            DEFAULT_HEADER_BYTES,
            1000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(120),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90));

    /** Checks the limits. */
    public HttpLimits {
        atLeast("connections", connections, 1);
        atLeast("headerBytes", headerBytes, 256);
        atLeast("requestsPerConnection", requestsPerConnection, 1);
        atLeast("headerTimeout in milliseconds", headerTimeout.toMillis(), 1);
        atLeast("idleTimeout in milliseconds", idleTimeout.toMillis(), 1);
        atLeast("bodyTimeout in milliseconds", bodyTimeout.toMillis(), 1);
        atLeast("stallTimeout in milliseconds", stallTimeout.toMillis(), 1);
    }

    private static void atLeast(String name, long value, long min) {
        if (value < min) {
            throw new IllegalArgumentException(name + ": " + value + ", at least " + min);
        }
    }

    /** Returns the same limits but for the number of connections. */
    public HttpLimits withConnections(int max) {
        return new HttpLimits(
                max, headerBytes, requestsPerConnection, headerTimeout, idleTimeout, bodyTimeout, stallTimeout);
    }

    /** Returns the same limits but for the time that a request's head may take. */
    public HttpLimits withHeaderTimeout(Duration timeout) {
        return new HttpLimits(
                connections, headerBytes, requestsPerConnection, timeout, idleTimeout, bodyTimeout, stallTimeout);
    }

    /** Returns the same limits but for the time between two requests of a connection. */
    public HttpLimits withIdleTimeout(Duration timeout) {
        return new HttpLimits(
                connections, headerBytes, requestsPerConnection, headerTimeout, timeout, bodyTimeout, stallTimeout);
    }

    /** Returns the same limits but for the time that a request's body may take. */
    public HttpLimits withBodyTimeout(Duration timeout) {
        return new HttpLimits(
                connections, headerBytes, requestsPerConnection, headerTimeout, idleTimeout, timeout, stallTimeout);
    }

    /** Returns the same limits but for the time without a write that goes through. */
    public HttpLimits withStallTimeout(Duration timeout) {
        return new HttpLimits(
                connections, headerBytes, requestsPerConnection, headerTimeout, idleTimeout, bodyTimeout, timeout);
    }
}
