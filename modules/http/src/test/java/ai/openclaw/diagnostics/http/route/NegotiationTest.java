package ai.openclaw.diagnostics.http.route;

import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.*;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.http.exposition.StoreExposition;
import ai.openclaw.diagnostics.http.route.ServedRouter.Answer;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks for what gets what; text as it is unless something else is preferred. */
class NegotiationTest {

    private final SeriesStore store = SeriesStore.create(CATALOG, 10);
    private final StoreExposition exposition = StoreExposition.of(store);
    private ServedExposition served;

    @BeforeEach
    void serve() throws Exception {
        store.getOrReserve(QUEUE_LANE, "main", "", "", "", "", "", "", "").set(QUEUE_LANE_SIZE, 3);
        store.getOrReserve(RUN, "slack", "gpt", "completed", "openai", "user", "", "", "")
                .add(RUN_COMPLETED, 2);
        served = new ServedExposition(exposition);
    }

    @AfterEach
    void close() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "absent                                                             | text/plain; version=0.0.4",
                "*/*                                                                | text/plain; version=0.0.4",
                "application/json                                                   | text/plain; version=0.0.4",
                "text/html,application/xhtml+xml,*/*;q=0.8                          | text/plain; version=0.0.4",
                "text/plain                                                         | text/plain; version=0.0.4",
                "text/plain;version=0.0.4                                           | text/plain; version=0.0.4",
                "application/openmetrics-text                                       | application/openmetrics-text;"
                        + " version=1.0.0",
                "application/openmetrics-text;version=1.0.0                         | application/openmetrics-text;"
                        + " version=1.0.0",
                "application/openmetrics-text;version=0.0.1                         | text/plain; version=0.0.4",
                "application/openmetrics-text;q=0.3,text/plain;q=0.7                | text/plain; version=0.0.4",
                "application/openmetrics-text;q=0.7,text/plain;q=0.3                | application/openmetrics-text;"
                        + " version=1.0.0",
                "application/openmetrics-text;q=0,*/*                               | text/plain; version=0.0.4",
                "application/*,text/plain;q=0.5                                     | application/openmetrics-text;"
                        + " version=1.0.0",
                ";;q=x,,=                                                           | text/plain; version=0.0.4",
                // Prometheus 2.42 and 3.0, as they ask
                "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1"
                        + " | application/openmetrics-text; version=1.0.0",
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2"
                        + " | application/openmetrics-text; version=1.0.0",
                // VictoriaMetrics
                "text/plain;version=0.0.4;q=1,*/*;q=0.1                             | text/plain; version=0.0.4",
            })
    void theFormatFollowsAccept(String accept, String contentType) throws Exception {
        Answer answer = ask(accept, null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).isEqualTo(contentType + "; charset=utf-8");
        assertThat(answer.headers().get("vary")).isEqualTo("accept, accept-encoding");
        assertThat(answer.body().toString().endsWith("# EOF\n")).isEqualTo(contentType.contains("openmetrics"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "absent              | false",
                "gzip                | true",
                "GZIP                | true",
                "gzip;q=0            | false",
                "gzip;q=0.5          | true",
                "identity            | false",
                "gzip;q=0.5,identity | false",
                "gzip, deflate, br   | true",
                "deflate             | false",
                "*                   | true",
                "*;q=0               | false",
                "*, gzip;q=0         | false",
            })
    void theEncodingFollowsAcceptEncoding(String acceptEncoding, boolean gzip) throws Exception {
        Answer answer = ask(null, acceptEncoding);
        assertThat(answer.headers().get("content-encoding")).isEqualTo(gzip ? "gzip" : null);
        String text = gzip ? unzipped(answer.body().getBytes()) : answer.body().toString();
        assertThat(text).isEqualTo(exposition.text());
    }

    @Test
    void openMetricsDeclaresCountersWithoutSuffixAndEndsInEof() throws Exception {
        assertThat(ask("application/openmetrics-text", null).body().toString())
                .contains("# TYPE openclaw_run_completed counter\nopenclaw_run_completed_total{")
                .contains("# TYPE openclaw_queue_lane_size gauge\nopenclaw_queue_lane_size{lane=\"main\"} 3\n")
                .endsWith("\n# EOF\n");
    }

    private Answer ask(String accept, String acceptEncoding) throws Exception {
        Map<String, String> headers = new HashMap<>();
        if (accept != null) {
            headers.put("Accept", accept);
        }
        if (acceptEncoding != null) {
            headers.put("Accept-Encoding", acceptEncoding);
        }
        return ServedRouter.await(served.ask(headers));
    }

    private static String unzipped(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
