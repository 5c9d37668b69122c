package ai.openclaw.diagnostics.http.route;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of one server, for each a limited time.
 *
 * <p>A connection that arrives when the limit is reached replaces one that waits for a request: first one that never sent
 * a request, then the one that has waited longest. So connections that are opened and kept open lock no one out: a client
 * that sends its request at once is served. Every connection may wait {@value #MIN_WAIT_MS} ms, since what it has sent may
 * be in the event loop already. Connections that have a request under way, that have not waited that long, or that are
 * being closed while their clients read nothing, may add up to as many again; beyond that, new connections are closed.
 *
 * <p>Every half second the connections whose time is up are closed. What a client sends between two requests does not
 * extend its time.
 *
 * <p>Any thread may call. Requests are asked how far they are: the handlers that would tell belong to the routes.
 */
final class OpenConnections {

    private static final long CHECK_MS = 500;

    static final long MIN_WAIT_MS = 100;

    /** Not zero: only a shutdown with time makes Vert.x drop requests that it has read and not handled yet. */
    private static final Duration DROP_REQUESTS = Duration.ofMillis(1);

    private final Vertx vertx;
    private final HttpLimits limits;
    private final Map<HttpConnection, Client> clients = new IdentityHashMap<>(); // guarded by this
    private int closing; // guarded by this
    private boolean checking; // guarded by this

    OpenConnections(Vertx vertx, HttpLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    /** Takes a new connection in, in place of others if need be. */
    synchronized void opened(HttpConnection connection) {
        connection.closeHandler(closed -> remove(connection));
        makeRoom();
        if (clients.size() >= 2 * limits.connections()) {
            connection.close();
            return;
        }
        clients.put(connection, new Client(connection, nowMs()));
        if (!checking) {
            checking = true;
            vertx.setTimer(CHECK_MS, this::check);
        }
    }

    private void makeRoom() {
        while (clients.size() - closing >= limits.connections()) {
            Client replaceable = leastImportant();
            if (replaceable == null) {
                return;
            }
            close(replaceable, Duration.ZERO);
        }
    }

    private @Nullable Client leastImportant() {
        Client least = null;
        for (Client client : clients.values()) {
            if (client.isWaiting() && (least == null || client.isLessImportantThan(least))) {
                least = client;
            }
        }
        return least == null || nowMs() - least.sinceMs < MIN_WAIT_MS ? null : least;
    }

    /**
     * Takes notice of a request.
     *
     * @return false if it must not be served, since its connection is being closed: the client has had all its requests,
     *     or sends more of them than it reads responses
     */
    synchronized boolean admits(HttpServerRequest request) {
        Client client = clients.get(request.connection());
        if (client == null || request.version() == HttpVersion.HTTP_2) { // whose streams are limited by its settings
            return client == null || client.began(request);
        }
        if (client.served >= limits.requestsPerConnection()
                || request.response().writeQueueFull()) {
            close(client, DROP_REQUESTS);
            return false;
        }
        client.began(request);
        if (client.served == limits.requestsPerConnection()) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        return true;
    }

    private synchronized void check(long timer) {
        long nowMs = nowMs();
        for (Client client : List.copyOf(clients.values())) {
            client.update(nowMs);
            if (isTimeUp(client, nowMs)) {
                close(client, Duration.ZERO);
            }
        }
        checking = !clients.isEmpty();
        if (checking) {
            vertx.setTimer(CHECK_MS, this::check);
        }
    }

    private boolean isTimeUp(Client client, long nowMs) {
        long waitMs = client.served == 0
                ? limits.headerTimeout().toMillis()
                : client.served >= limits.requestsPerConnection()
                        ? 0
                        : limits.idleTimeout().toMillis();
        return client.isWaiting() && nowMs - client.sinceMs >= waitMs
                || client.hasBodyFrom(nowMs - limits.bodyTimeout().toMillis());
    }

    private void close(Client client, Duration timeout) {
        if (!client.closing) {
            client.closing = true;
            closing++;
            client.connection.shutdown(timeout).onComplete(closed -> remove(client.connection));
        }
    }

    private synchronized void remove(HttpConnection connection) {
        Client removed = clients.remove(connection);
        if (removed != null && removed.closing) {
            closing--;
        }
    }

    /** Returns how many connections are open, those that are being closed among them. */
    synchronized int size() {
        return clients.size();
    }

    private static long nowMs() {
        return System.nanoTime() / 1_000_000;
    }

    /** One connection and what it has under way. */
    private static final class Client {

        private static final int SWITCHING_PROTOCOLS = 101;

        final HttpConnection connection;
        final List<HttpServerRequest> underWay = new ArrayList<>(1);
        int served;
        boolean closing;

        /** Since when it waits for a request, or when it was last seen busy; of the last request, when its head ended. */
        long sinceMs;

        private long beganMs;

        Client(HttpConnection connection, long nowMs) {
            this.connection = connection;
            this.sinceMs = nowMs;
        }

        boolean began(HttpServerRequest request) {
            underWay.removeIf(Client::isOver);
            underWay.add(request);
            served++;
            beganMs = nowMs();
            sinceMs = beganMs;
            return true;
        }

        void update(long nowMs) {
            underWay.removeIf(Client::isOver);
            if (!isWaiting()) {
                sinceMs = nowMs;
            }
        }

        /** Tells whether no response is under way, nor another protocol spoken, such as WebSocket. */
        boolean isWaiting() {
            return !closing && underWay.stream().allMatch(Client::isAnswered);
        }

        boolean hasBodyFrom(long thenMs) {
            return beganMs <= thenMs
                    && underWay.stream().anyMatch(request -> !isUpgraded(request) && !request.isEnded());
        }

        boolean isLessImportantThan(Client other) {
            boolean neverServed = served == 0;
            return neverServed == (other.served == 0) ? sinceMs < other.sinceMs : neverServed;
        }

        private static boolean isOver(HttpServerRequest request) {
            return isAnswered(request) && request.isEnded();
        }

        private static boolean isAnswered(HttpServerRequest request) {
            return !isUpgraded(request)
                    && (request.response().ended() || request.response().closed());
        }

        private static boolean isUpgraded(HttpServerRequest request) {
            return request.response().getStatusCode() == SWITCHING_PROTOCOLS;
        }
    }
}
