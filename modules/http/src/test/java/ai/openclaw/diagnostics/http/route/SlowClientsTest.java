package ai.openclaw.diagnostics.http.route;

import static ai.openclaw.diagnostics.http.route.LimitedServer.NEVER;
import static ai.openclaw.diagnostics.http.route.LimitedServer.PATIENT;
import static ai.openclaw.diagnostics.http.route.LimitedServer.dripUntilClosed;
import static ai.openclaw.diagnostics.http.route.LimitedServer.head;
import static ai.openclaw.diagnostics.http.route.LimitedServer.request;
import static ai.openclaw.diagnostics.http.route.RawClient.send;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a client may take to send a head and a body, and to read the answer. */
class SlowClientsTest {

    private final LimitedServer server = new LimitedServer();

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void aByteNowAndThenDoesNotExtendTheTimeForAHead() throws Exception {
        server.serve(PATIENT.withHeaderTimeout(Duration.ofMillis(600)));
        Socket socket = server.open();
        send(socket, "GET / HTTP/1.1\r\n");
        assertThat(dripUntilClosed(socket)).isTrue();
    }

    @Test
    void norDoesItExtendTheTimeForTheNextHead() throws Exception {
        server.serve(PATIENT.withIdleTimeout(Duration.ofMillis(600)));
        Socket socket = server.open();
        send(socket, request("/"));
        assertThat(head(socket)).startsWith("HTTP/1.1 200 ");
        send(socket, "GET / HTTP/1.1\r\n");
        assertThat(dripUntilClosed(socket)).isTrue();
    }

    @Test
    void norDoesItExtendTheTimeForABody() throws Exception {
        server.serve(PATIENT.withBodyTimeout(Duration.ofMillis(600)));
        Socket socket = server.open();
        send(socket, "POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
        assertThat(dripUntilClosed(socket)).isTrue();
    }

    @Test
    void unreadBodyClosesItsConnection() throws Exception {
        server.serve(PATIENT.withBodyTimeout(Duration.ofMillis(600)));
        Socket socket = server.open();
        send(socket, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
        assertThat(head(socket)).startsWith("HTTP/1.1 200 ");
        assertThat(dripUntilClosed(socket)).isTrue();
    }

    @Test
    void aClientThatDoesNotReadIsCut() throws Exception {
        server.serve(PATIENT.withStallTimeout(Duration.ofMillis(800)));
        Socket socket = server.open();
        send(socket, request("/large"));
        server.awaitHeld(1);
        RoutingContext context = server.held.remove();
        context.addEndHandler(ended -> server.held.add(context));
        server.awaitHeld(1); // a closed connection ends it
    }

    @Test
    void aClientThatSendsManyRequestsAndReadsNothingIsCutOff() throws Exception {
        server.serve(new HttpLimits(4, 1024, 1_000_000, NEVER, NEVER, NEVER, Duration.ofSeconds(1)));
        Socket socket = server.open();
        OutputStream out = socket.getOutputStream();
        byte[] many = request("/").repeat(1000).getBytes(ISO_8859_1);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        out.write(many);
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(server.ask()).startsWith("HTTP/1.1 200 ");
    }
}
