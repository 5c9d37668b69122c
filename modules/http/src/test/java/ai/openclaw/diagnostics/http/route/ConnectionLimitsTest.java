package ai.openclaw.diagnostics.http.route;

import static ai.openclaw.diagnostics.http.route.LimitedServer.NEVER;
import static ai.openclaw.diagnostics.http.route.LimitedServer.PATIENT;
import static ai.openclaw.diagnostics.http.route.LimitedServer.head;
import static ai.openclaw.diagnostics.http.route.LimitedServer.request;
import static ai.openclaw.diagnostics.http.route.RawClient.isClosed;
import static ai.openclaw.diagnostics.http.route.RawClient.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has a connection where there are more clients than room, and for how many requests. */
class ConnectionLimitsTest {

    private final LimitedServer server = new LimitedServer();

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void silentConnectionsGiveWayToClientsThatAsk() throws Exception {
        server.serve(PATIENT);
        Socket[] silent = {server.open(), server.open(), server.open(), server.open()};
        askUntilClosed(silent[0]);
    }

    @Test
    void unfinishedHeadsGiveWayToClientsThatAsk() throws Exception {
        server.serve(PATIENT);
        Socket[] unfinished = {server.open(), server.open(), server.open(), server.open()};
        for (Socket socket : unfinished) {
            send(socket, "GET / HTTP/1.1\r\nX: ");
        }
        askUntilClosed(unfinished[0]);
    }

    /** However many connections there are, a request that comes at once is answered. */
    private void askUntilClosed(Socket socket) throws IOException {
        socket.setSoTimeout(10);
        while (!isClosed(socket)) { // the time limit of tests ends that if it never comes
            assertThat(server.ask()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aConnectionThatHasBeenUsedOutlivesThoseThatNeverWere() throws Exception {
        server.serve(PATIENT);
        Socket used = server.open();
        send(used, request("/"));
        assertThat(head(used)).startsWith("HTTP/1.1 200 ");
        Socket[] silent = {server.open(), server.open()};
        server.ask(); // an answer means that the server knows of those before
        Thread.sleep(OpenConnections.PATIENCE_MS + 1); // from then on they may be given up
        server.open();
        server.open();
        assertThat(isClosed(silent[0])).isTrue();
        send(used, request("/"));
        assertThat(head(used)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void requestsUnderWayDoNotGiveWay() throws Exception {
        server.serve(PATIENT);
        List<Socket> asking = new ArrayList<>();
        for (int i = 0; i < 2 * PATIENT.connections(); i++) {
            asking.add(server.open());
            send(asking.get(i), request("/held"));
            server.awaitHeld(i + 1);
        }
        assertThat(isClosed(server.open())).as("the last room is taken").isTrue();
        server.held.forEach(context -> server.vertx.runOnContext(now -> context.end("late")));
        for (Socket socket : asking) {
            assertThat(head(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void connectionsThatAreClosedLeaveRoom() throws Exception {
        server.serve(PATIENT);
        for (int i = 0; i < 50; i++) {
            Socket socket = server.open();
            send(socket, i % 2 == 0 ? request("/held") : "GET");
            socket.close();
        }
        while (!server.ask().startsWith("HTTP/1.1 200 ")) { // the time limit of tests ends that if it never comes
            Thread.sleep(10);
        }
    }

    @Test
    void aConnectionIsClosedAfterItsLastRequest() throws Exception {
        server.serve(new HttpLimits(4, 1024, 3, NEVER, NEVER, NEVER, NEVER));
        Socket socket = server.open();
        for (int i = 0; i < 2; i++) {
            send(socket, request("/"));
            assertThat(head(socket)).startsWith("HTTP/1.1 200 ").doesNotContainIgnoringCase("connection: close");
        }
        send(socket, request("/"));
        assertThat(head(socket)).startsWith("HTTP/1.1 200 ").containsIgnoringCase("connection: close");
        assertThat(isClosed(socket)).isTrue();
    }

    @Test
    void aClientThatSendsManyRequestsAtOnceIsCutOff() throws Exception {
        server.serve(PATIENT);
        Socket socket = server.open();
        send(socket, request("/").repeat(3 * OpenConnections.MAX_PIPELINED));
        int answered = 0;
        while (head(socket).startsWith("HTTP/1.1 200 ")) {
            answered++;
        }
        assertThat(answered).isLessThanOrEqualTo(OpenConnections.MAX_PIPELINED);
    }

    @Test
    void someRequestsAtOnceAreAnsweredInOrder() throws Exception {
        server.serve(PATIENT);
        Socket socket = server.open();
        send(socket, request("/").repeat(OpenConnections.MAX_PIPELINED));
        for (int i = 0; i < OpenConnections.MAX_PIPELINED; i++) {
            assertThat(head(socket)).startsWith("HTTP/1.1 200 ");
        }
        send(socket, request("/"));
        assertThat(head(socket)).startsWith("HTTP/1.1 200 ");
    }
}
