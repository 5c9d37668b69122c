package ai.openclaw.diagnostics.http.route;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * One open connection and the requests that it has under way. Requests are asked how far they are: the handlers that would
 * tell belong to the routes. Guarded by its {@link OpenConnections}.
 */
final class ClientConnection {

    private static final int SWITCHING_PROTOCOLS = 101;

    private final HttpConnection connection;
    private final List<HttpServerRequest> underWay = new ArrayList<>(1);
    private int requests;
    private long turn = -1;
    private int beforeTurn;
    private long beganMs;
    private long sinceMs;

    ClientConnection(HttpConnection connection, long nowMs) {
        this.connection = connection;
        this.sinceMs = nowMs;
    }

    HttpConnection connection() {
        return connection;
    }

    /** Returns how many requests it has sent. */
    int requests() {
        return requests;
    }

    /** Returns how many of them were sent in a turn of the event loop, the latest. */
    int requestsOfTurn(long current) {
        if (turn != current) {
            turn = current;
            beforeTurn = requests;
        }
        return requests - beforeTurn;
    }

    /** Takes notice of a request whose head has arrived. */
    void began(HttpServerRequest request, long nowMs) {
        underWay.removeIf(ClientConnection::isOver);
        underWay.add(request);
        requests++;
        beganMs = nowMs;
        sinceMs = nowMs;
    }

    /** Looks at what it does. */
    void update(long nowMs) {
        underWay.removeIf(ClientConnection::isOver);
        if (!isWaiting()) {
            sinceMs = nowMs;
        }
    }

    /** Tells whether the next thing to come is a request head: no response is under way, nor is it a WebSocket now. */
    boolean isWaiting() {
        for (int i = 0; i < underWay.size(); i++) {
            if (!isAnswered(underWay.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns for how long it has been waiting, as far as was looked at. */
    long waitedMs(long nowMs) {
        return nowMs - sinceMs;
    }

    /** Tells whether the body of a request has not ended so long after its head. */
    boolean hasBodyAfter(long timeoutMs, long nowMs) {
        return nowMs - beganMs >= timeoutMs
                && underWay.stream().anyMatch(request -> !isUpgraded(request) && !request.isEnded());
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
