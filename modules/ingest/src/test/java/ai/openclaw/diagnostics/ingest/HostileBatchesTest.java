package ai.openclaw.diagnostics.ingest;

import static ai.openclaw.diagnostics.ingest.IngestServer.gzip;
import static ai.openclaw.diagnostics.ingest.IngestServer.headers;
import static ai.openclaw.diagnostics.ingest.IngestServer.lines;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.ingest.IngestServer.Answer;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, over a real socket: nothing of it is recorded, and honest senders go on. */
class HostileBatchesTest {

    private final IngestServer server = new IngestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, operator.write, 405",
        "PUT, operator.admin, 405",
        "POST, operator.read, 403",
        "POST, operator.admin, 200",
        "POST, , 401",
        "GET, , 401",
    })
    void onlyAnAuthorizedPostIsTaken(String method, String scope, int status) {
        MultiMap headers = headers("s", 1);
        headers.remove("Authorization");
        if (scope != null) {
            headers.set("Authorization", scope);
        }
        Answer answer =
                server.ask(HttpMethod.valueOf(method), IngestRoute.PATH, headers, request -> request.send(lines(0, 1)));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(server.recorded()).hasSize(status == 200 ? 1 : 0);
        assertThat(answer.headers().contains("Allow")).isEqualTo(status == 405);
    }

    @ParameterizedTest
    @CsvSource({
        "s, 0, 400",
        "s, -1, 400",
        "s, 1.5, 400",
        "s, x, 400",
        "s, 99999999999999999999, 400",
        "'a b', 1, 400",
        "s_1, 1, 400",
        "'', 1, 400",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 1, 400",
    })
    void wrongHeadersAreRefused(String stream, String batch, int status) {
        assertThat(server.post(stream, batch, lines(0, 1)).status()).isEqualTo(status);
        assertThat(server.recorded()).isEmpty();
        assertThat(server.status().refused()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Encoding, br",
        "Content-Encoding, 'gzip, gzip'",
        "Content-Type, text/html",
        "Content-Type, multipart/form-data"
    })
    void otherEncodingsAndTypesAreRefused(String header, String value) {
        Answer answer = server.post(headers("s", 1).add(header, value), new byte[] {'\n'});
        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void brokenGzipIsRefusedWholeAndTheBatchMayComeAgain() {
        byte[] body = gzip(lines(0, 1_000));
        for (byte[] broken :
                List.of(java.util.Arrays.copyOf(body, body.length - 20), "no gzip".getBytes(StandardCharsets.UTF_8))) {
            assertThat(server.postGzip("s", 1, broken).status()).isEqualTo(400);
        }
        assertThat(server.recorded()).isEmpty();
        assertThat(server.postGzip("s", 1, body).status()).isEqualTo(200);
        assertThat(server.recorded()).hasSize(1_000);
    }

    @Test
    void manyEmptyMembersOfGzipAreNoFaultOfTheServer() {
        byte[] empty = gzip(new byte[0]);
        byte[] members = new byte[200_000 * empty.length];
        for (int at = 0; at < members.length; at += empty.length) {
            System.arraycopy(empty, 0, members, at, empty.length);
        }
        assertThat(server.postGzip("s", 1, members).status()).isLessThan(500);
        assertThat(server.postGzip("t", 1, gzip(lines(0, 1))).status()).isEqualTo(200);
    }

    @Test
    void aBombIsRefused() {
        byte[] bomb = gzip(new byte[256 << 20]);
        Answer answer = server.postGzip("s", 1, bomb);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(server.recorded()).isEmpty();
    }

    @Test
    void tooLongLinesTooManyLinesAndTooLargeBodiesAreRefused() {
        String longLine = "{\"event\":{\"type\":\"message.processed\",\"x\":\""
                + "x".repeat(IngestLimits.MAX_LINE_BYTES) + "\"}}";
        assertThat(server.post("s", 1, lines(0, 1) + "\n" + longLine).status()).isEqualTo(413);
        assertThat(server.post("s", 1, "\n".repeat(IngestLimits.MAX_LINES + 1)).status())
                .isEqualTo(413);
        assertThat(server.post("s", 1, " ".repeat(IngestLimits.MAX_BODY_BYTES + 1))
                        .status())
                .isEqualTo(413);
        assertThat(server.recorded()).isEmpty();
        assertThat(server.post("s", 1, lines(0, IngestLimits.MAX_LINES)).status())
                .isEqualTo(200);
    }

    @Test
    void aFloodOfStreamsIsForgottenTheOldestFirst() {
        for (int i = 0; i < 1_000; i++) {
            server.post("s-" + i, 1, "");
            server.post("kept", i + 1, "");
        }
        List<IngestStatus.Stream> streams = server.status().streams();
        assertThat(streams).hasSize(IngestLimits.MAX_STREAMS);
        assertThat(streams)
                .extracting(IngestStatus.Stream::id)
                .contains("kept", "s-999")
                .doesNotContain("s-0");
    }

    @Test
    void refusedBatchesPushNoStreamOut() {
        server.post("kept", 1, lines(0, 1));
        for (int i = 0; i < 2 * IngestLimits.MAX_STREAMS; i++) {
            server.post("s-" + i, 1, "\n".repeat(IngestLimits.MAX_LINES + 1));
        }
        assertThat(server.status().streams())
                .extracting(IngestStatus.Stream::id)
                .containsExactly("kept");
        Answer again = server.post("kept", 1, lines(0, 1));
        assertThat(again.body()).as(again.toString()).contains("\"nextBatch\":2");
        assertThat(server.recorded()).hasSize(1);
    }

    @Test
    void everySpellingOfThePathIsGuarded() {
        for (String path :
                List.of("/api//diagnostics/events", "/API/diagnostics/Events/", "/api/diagnostics/x/../events")) {
            int status = server.ask(HttpMethod.POST, path, MultiMap.caseInsensitiveMultiMap(), HttpClientRequest::send)
                    .status();
            assertThat(status).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("UTF-16 is no event, characters of Latin 1 are replaced, a byte order mark is skipped")
    void otherEncodingsOfText() {
        String line = lines(7, 8);
        byte[] wrong = (line + "\n").getBytes(StandardCharsets.UTF_16LE);
        assertThat(server.post(headers("s", 1), wrong).body())
                .startsWith("{\"accepted\":0,\"ignored\":0,\"rejected\":2,");
        byte[] latin = line.replace("\"c\"", "\"caf\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(server.post(headers("s", 2), latin).body()).startsWith("{\"accepted\":1,");
        byte[] marked = ("\ufeff" + line).getBytes(StandardCharsets.UTF_8);
        assertThat(server.post(headers("s", 3), marked).body()).startsWith("{\"accepted\":1,");
        assertThat(server.recorded()).containsExactly(7.0, 7.0);
    }

    @Test
    void aBodyThatIsCutIsNotRecorded() throws Exception {
        String head = "POST " + IngestRoute.PATH + " HTTP/1.1\r\nHost: x\r\nAuthorization: operator.write\r\n"
                + "X-Stream-Id: s\r\nX-Batch: 1\r\nContent-Length: 1000000\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write((head + lines(0, 100) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        while (server.status().refused() == 0) { // until the server has seen the end
            Thread.onSpinWait();
        }
        assertThat(server.recorded()).isEmpty();
        assertThat(server.post("s", 1, lines(0, 1)).body()).startsWith("{\"accepted\":1,");
    }

    @Test
    @DisplayName("A line without an end is refused as soon as the body is too large")
    void anEndlessLine() throws Exception {
        String head = "POST " + IngestRoute.PATH + " HTTP/1.1\r\nHost: x\r\nAuthorization: operator.write\r\n"
                + "X-Stream-Id: s\r\nX-Batch: 1\r\nTransfer-Encoding: chunked\r\n\r\n";
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            int sent = 0;
            while (sent <= IngestLimits.MAX_BODY_BYTES) {
                socket.getOutputStream().write(chunk);
                sent += 0x10000;
            }
            byte[] answer = new byte[12];
            assertThat(socket.getInputStream().readNBytes(answer, 0, answer.length))
                    .isEqualTo(answer.length);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void aBombOfManyMembersIsRefused() {
        byte[] member = gzip(new byte[1 << 20]);
        Buffer bomb = Buffer.buffer();
        for (int i = 0; i < 1_000; i++) {
            bomb.appendBytes(member);
        }
        assertThat(server.postGzip("s", 1, bomb.getBytes()).status()).isEqualTo(413);
        assertThat(server.postGzip("s", 1, gzip(lines(0, 1))).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("10,000 stream ids: 64 are remembered, and each batch is recorded")
    void tenThousandStreams() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(server.post("s-" + i, 1, lines(i, i + 1)).status()).isEqualTo(200);
        }
        assertThat(server.recorded()).hasSize(10_000);
        assertThat(server.status().streams())
                .hasSize(IngestLimits.MAX_STREAMS)
                .extracting(IngestStatus.Stream::id)
                .contains("s-9999", "s-9936")
                .doesNotContain("s-9935");
    }
}
