package ai.openclaw.diagnostics.ingest;

import static ai.openclaw.diagnostics.ingest.IngestServer.gzip;
import static ai.openclaw.diagnostics.ingest.IngestServer.headers;
import static ai.openclaw.diagnostics.ingest.IngestServer.lines;
import static ai.openclaw.diagnostics.ingest.IngestServer.range;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.ingest.IngestServer.Answer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Over a real socket: what senders get, and what is recorded. */
class IngestRouteTest {

    private final IngestServer server = new IngestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aBatchIsRecordedInOrderAndCounted() {
        String untrusted = IngestServer.line(1, false);
        Answer answer = server.post(
                "s", 1, lines(0, 100) + "\n\n" + untrusted + "\nnot json\n{\"event\":{\"type\":\"new\"}}\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"accepted\":100,\"ignored\":2,\"rejected\":1,\"nextBatch\":2}");
        assertThat(answer.headers().get("Content-Type")).startsWith("application/json");
        assertThat(server.recorded()).isEqualTo(range(0, 100));
    }

    @Test
    void aCompressedBatchIsTheSame() {
        byte[] body = gzip(lines(0, 10_000));
        Answer answer = server.postGzip("s", 1, body);
        assertThat(answer.body()).startsWith("{\"accepted\":10000,");
        assertThat(server.recorded()).isEqualTo(range(0, 10_000));
    }

    @Test
    void aRepeatedBatchIsAcknowledgedAndNotRecordedAgain() {
        Answer first = server.post("s", 1, lines(0, 3));
        assertThat(server.post("s", 1, lines(0, 3))).satisfies(again -> {
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
        });
        server.post("s", 2, lines(3, 5));
        assertThat(server.post("s", 1, lines(0, 3)).body())
                .contains("\"accepted\":0")
                .contains("\"nextBatch\":3");
        assertThat(server.recorded()).isEqualTo(range(0, 5));
        assertThat(server.status().streams().get(0).repeated()).isEqualTo(2);
    }

    @Test
    void aGapIsCountedAsLostAndTheBatchTaken() {
        server.post("s", 7, lines(0, 1)); // the first that is seen: its predecessors were another process's
        assertThat(server.post("s", 10, lines(1, 2)).body()).contains("\"nextBatch\":11");
        IngestStatus.Stream stream = server.status().streams().get(0);
        assertThat(stream.lostBatches()).isEqualTo(2);
        assertThat(stream.events()).isEqualTo(2);
    }

    @Test
    void whatTheSenderDroppedIsRemembered() {
        server.post(headers("s", 1).add("X-Dropped-Events", "41"), lines(0, 1).getBytes(StandardCharsets.UTF_8));
        assertThat(server.status().streams().get(0).droppedBySender()).isEqualTo(41);
    }

    @Test
    @DisplayName("Plain and compressed batches of any size follow each other")
    void compressedBatchesFollowPlainOnes() {
        List<String> texts = List.of("", lines(0, 1), lines(0, 3_000), "", "\n");
        int batch = 0;
        for (String text : texts) {
            for (String next : texts) {
                assertThat(server.post("s", ++batch, text).status()).isEqualTo(200);
                byte[] body = gzip(next);
                assertThat(server.postGzip("s", ++batch, body).status()).isEqualTo(200);
            }
        }
        assertThat(server.recorded()).hasSize(2 * texts.size() * 3_001);
    }

    @Test
    void aBodyInChunksOfAnySizeIsTheSame() {
        Buffer body = Buffer.buffer(lines(0, 200));
        Answer answer = server.ask(HttpMethod.POST, IngestRoute.PATH, headers("s", 1), request -> {
            request.setChunked(true);
            int at = 0;
            for (int size = 1; at < body.length(); size = size * 3 % 40_009) {
                int end = Math.min(body.length(), at + size);
                request.write(body.getBuffer(at, end));
                at = end;
            }
            return request.end().compose(sent -> request.response());
        });
        assertThat(answer.body()).contains("\"accepted\":200,");
        assertThat(server.recorded()).isEqualTo(range(0, 200));
    }
}
