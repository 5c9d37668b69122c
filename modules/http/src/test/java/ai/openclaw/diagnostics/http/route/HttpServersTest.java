package ai.openclaw.diagnostics.http.route;

import static ai.openclaw.diagnostics.http.route.LimitedServer.PATIENT;
import static ai.openclaw.diagnostics.http.route.LimitedServer.head;
import static ai.openclaw.diagnostics.http.route.LimitedServer.request;
import static ai.openclaw.diagnostics.http.route.RawClient.isClosed;
import static ai.openclaw.diagnostics.http.route.RawClient.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer has, and the requests that no handler sees. */
class HttpServersTest {

    private final LimitedServer server = new LimitedServer();

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/none", "/fails", "/unauthorized", "/forbidden", "/%", "/..%00"})
    void everyAnswerHasTheHeaders(String path) throws Exception {
        server.serve(PATIENT);
        Socket socket = server.open();
        send(socket, request(path));
        assertThat(head(socket))
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .containsIgnoringCase("Referrer-Policy: no-referrer")
                .doesNotContain("html");
    }

    /** Also where it is not the project's own handler that refuses. */
    @ParameterizedTest
    @ValueSource(strings = {"/unauthorized", "/forbidden"})
    void noCacheKeepsWhatIsAboutTheCaller(String path) throws Exception {
        server.serve(PATIENT);
        Socket socket = server.open();
        send(socket, request(path));
        assertThat(head(socket)).containsIgnoringCase("Cache-Control: no-store");
    }

    @Test
    void aHeadBeyondTheLimitIsRefused() throws Exception {
        server.serve(PATIENT);
        Socket socket = server.open();
        send(socket, "GET / HTTP/1.1\r\nX: " + "x".repeat(1024) + "\r\n\r\n");
        assertThat(head(socket)).contains(" 431 ").contains("nosniff");
        socket = server.open();
        send(socket, "GET /" + "x".repeat(1024) + " HTTP/1.1\r\n\r\n");
        assertThat(head(socket)).contains(" 414 ", "nosniff").contains("nosniff");
    }

    /** It would be a way past the connections' limits: see {@link HttpServers}. */
    @Test
    void http2InClearTextIsNotSpoken() throws Exception {
        server.serve(PATIENT);
        Socket socket = server.open();
        send(socket, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        assertThat(head(socket)).contains(" 50").doesNotContain(" 200 ");
        assertThat(isClosed(socket)).isTrue();
    }

    @Test
    void limitsBelowTheirMinimumAreRefusedByName() {
        assertThatThrownBy(() -> PATIENT.withConnections(0)).hasMessage("connections: 0, at least 1");
        assertThatThrownBy(() -> PATIENT.withBodyTimeout(Duration.ZERO))
                .hasMessage("bodyTimeout in milliseconds: 0, at least 1");
    }
}
