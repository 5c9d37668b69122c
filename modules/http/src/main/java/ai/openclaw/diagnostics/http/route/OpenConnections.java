package ai.openclaw.diagnostics.http.route;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of one server, each for a limited time.
 *
 * <p>A connection that arrives when the limit is reached replaces one that waits for a request: one that never sent a
 * request and has had {@value #PATIENCE_MS} ms for it, else the used one that has waited longest, else one that never sent
 * a request and has had {@value #MIN_WAIT_MS} ms. So connections that are opened and kept open lock no one out: a client
 * that sends its request at once is served. Connections that cannot be replaced may add up to as many again; beyond that,
 * a new one replaces the oldest that never sent a request, or is closed if there is none. As many again may be in the
 * course of being closed while their clients read nothing.
 *
 * <p>Every half second the connections whose time is up are closed. What a client sends between two requests does not
 * extend its time.
 *
 * <p>Any thread may call. A new connection costs the same whatever the number of open ones that wait.
 */
final class OpenConnections {

    static final long PATIENCE_MS = 1000;
    static final long MIN_WAIT_MS = 100;

    /** How many requests of a connection may come at once. Clients that send the next one before they have read are few. */
    static final int MAX_PIPELINED = 128;

    private static final long CHECK_MS = 500;

    /** Only a shutdown with time makes Vert.x drop the requests that it has read and not handled yet. */
    private static final Duration DROP_REQUESTS = Duration.ofMillis(1);

    private final Vertx vertx;
    private final HttpLimits limits;

    /** Those that have not sent a request yet, oldest first; guarded by this, as is what follows. */
    private final Map<HttpConnection, ClientConnection> fresh = new LinkedHashMap<>();

    /** The others, the one whose last request is oldest first. */
    private final Map<HttpConnection, ClientConnection> used = new LinkedHashMap<>();

    /** Since when those are being closed that are not closed yet. */
    private final Map<HttpConnection, Long> closing = new HashMap<>();

    /** How many of these have not been closed since the last check: their clients read nothing. */
    private int stuck;

    private boolean checking;
    private long turn;
    private boolean inTurn;

    OpenConnections(Vertx vertx, HttpLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    /** Takes a new connection in, in place of others if need be. */
    synchronized void opened(HttpConnection connection) {
        connection.closeHandler(closed -> remove(connection));
        long nowMs = nowMs();
        if (!makeRoom(nowMs)) {
            connection.close();
            return;
        }
        fresh.put(connection, new ClientConnection(connection, nowMs));
        if (!checking) {
            checking = true;
            vertx.setTimer(CHECK_MS, this::check);
        }
    }

    private boolean makeRoom(long nowMs) {
        while (open() >= limits.connections()) {
            ClientConnection replaceable = replaceable(nowMs);
            if (replaceable == null) {
                break;
            }
            close(replaceable);
        }
        if (open() >= 2 * limits.connections()) { // a burst: its newest may be a client that asks
            ClientConnection oldest = firstWaiting(fresh);
            if (oldest != null) {
                close(oldest);
            }
        }
        return open() < 2 * limits.connections() && stuck < limits.connections();
    }

    private int open() {
        return fresh.size() + used.size();
    }

    private @Nullable ClientConnection replaceable(long nowMs) {
        ClientConnection oldest = firstWaiting(fresh);
        if (oldest != null && oldest.waitedMs(nowMs) >= PATIENCE_MS) {
            return oldest;
        }
        ClientConnection idle = firstWaiting(used);
        if (idle != null) {
            return idle;
        }
        return oldest != null && oldest.waitedMs(nowMs) >= MIN_WAIT_MS ? oldest : null;
    }

    private static @Nullable ClientConnection firstWaiting(Map<HttpConnection, ClientConnection> connections) {
        for (ClientConnection client : connections.values()) {
            if (client.isWaiting()) {
                return client;
            }
        }
        return null;
    }

    /**
     * Takes notice of a request.
     *
     * @return false if it must not be served, since its connection is being closed: the client has had all its requests,
     *     or sends more of them than it reads responses
     */
    synchronized boolean admits(HttpServerRequest request) {
        ClientConnection client = take(request.connection());
        if (client == null) { // being closed
            return true;
        }
        used.put(client.connection(), client); // last in order
        if (request.version() == HttpVersion.HTTP_2) { // whose streams are limited by its settings
            client.began(request, nowMs());
            return true;
        }
        if (client.requests() >= limits.requestsPerConnection()
                || request.response().writeQueueFull()
                || client.requestsOfTurn(turn()) >= MAX_PIPELINED) {
            client.connection().shutdown(DROP_REQUESTS);
            close(client);
            return false;
        }
        client.began(request, nowMs());
        if (client.requests() == limits.requestsPerConnection()) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        return true;
    }

    /** Returns the number of the event loop's turn: what is handled within one was read at once. */
    private long turn() {
        if (!inTurn) {
            inTurn = true;
            vertx.runOnContext(over -> endTurn());
        }
        return turn;
    }

    private synchronized void endTurn() {
        inTurn = false;
        turn++;
    }

    private synchronized void check(long timer) {
        long nowMs = nowMs();
        stuck = (int) closing.values().stream()
                .filter(sinceMs -> nowMs - sinceMs >= CHECK_MS)
                .count();
        List<ClientConnection> all =
                Stream.concat(fresh.values().stream(), used.values().stream()).toList();
        for (ClientConnection client : all) {
            client.update(nowMs);
            if (isTimeUp(client, nowMs)) {
                close(client);
            }
        }
        checking = open() + closing.size() > 0;
        if (checking) {
            vertx.setTimer(CHECK_MS, this::check);
        }
    }

    private boolean isTimeUp(ClientConnection client, long nowMs) {
        return client.isWaiting() && client.waitedMs(nowMs) >= maxWaitMs(client)
                || client.hasBodyAfter(limits.bodyTimeout().toMillis(), nowMs);
    }

    private long maxWaitMs(ClientConnection client) {
        if (client.requests() >= limits.requestsPerConnection()) {
            return 0;
        }
        return client.requests() == 0
                ? limits.headerTimeout().toMillis()
                : limits.idleTimeout().toMillis();
    }

    private void close(ClientConnection client) {
        HttpConnection connection = client.connection();
        take(connection);
        closing.put(connection, nowMs());
        connection.close().onComplete(closed -> remove(connection));
    }

    private @Nullable ClientConnection take(HttpConnection connection) {
        ClientConnection client = used.remove(connection);
        return client == null ? fresh.remove(connection) : client;
    }

    private synchronized void remove(HttpConnection connection) {
        take(connection);
        closing.remove(connection);
    }

    private static long nowMs() {
        return System.nanoTime() / 1_000_000;
    }
}
