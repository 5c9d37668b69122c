package ai.openclaw.diagnostics.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import ai.openclaw.diagnostics.testing.Certificate;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver with a certificate that no platform trusts, which asks for one in turn; certificates by the JDK's keytool. */
class TlsTest {

    @TempDir
    private static Path folder;

    private final Vertx vertx = Vertx.vertx();

    @BeforeAll
    static void makeCertificates() throws Exception {
        for (String name : List.of("receiver", "gateway", "stranger")) {
            Certificate.make(folder, name);
        }
    }

    private static String certificate(String name) {
        return folder.resolve(name + ".pem").toString();
    }

    private static String key(String name) {
        return folder.resolve(name + ".key").toString();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private static Receiver receiver() {
        return receiver("127.0.0.1");
    }

    private static Receiver receiver(String address) {
        return Receiver.start(new HttpServerOptions()
                .setHost(address)
                .setPort(0)
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertPath(certificate("receiver"))
                        .addKeyPath(key("receiver")))
                .setClientAuth(ClientAuth.REQUIRED)
                .setTrustOptions(new PemTrustOptions().addCertPath(certificate("gateway"))));
    }

    private ExportResult send(Receiver receiver, Map<String, String> environment) {
        return send(OtlpSettings.of(Map.of("endpoint", "https://127.0.0.1:" + receiver.port()), environment));
    }

    private ExportResult send(OtlpSettings settings) {
        RetryingClient client = new RetryingClient(vertx, settings.endpoints().get(Signal.METRICS));
        client.retryNoMore();
        return client.send(Buffer.buffer("body")).await();
    }

    private static Map<String, String> environment(String trusted, String client) {
        Map<String, String> environment = new HashMap<>();
        environment.put("OTEL_EXPORTER_OTLP_CERTIFICATE", certificate(trusted));
        environment.put("OTEL_EXPORTER_OTLP_METRICS_CLIENT_CERTIFICATE", certificate(client));
        environment.put("OTEL_EXPORTER_OTLP_METRICS_CLIENT_KEY", key(client));
        return environment;
    }

    @Test
    void aCustomAuthorityAndAClientCertificateAreUsed() {
        try (Receiver receiver = receiver()) {
            assertThat(send(receiver, environment("receiver", "gateway"))).isEqualTo(ExportResult.sent(0));
            assertThat(receiver.metrics()).containsExactly(Buffer.buffer("body"));
        }
    }

    @Test
    void aReceiverThatIsNotTrustedGetsNothing() {
        try (Receiver receiver = receiver()) {
            assertThat(send(receiver, environment("stranger", "gateway")))
                    .isEqualTo(ExportResult.failed("TLS failure"));
            assertThat(send(receiver, Map.of())).isEqualTo(ExportResult.failed("TLS failure"));
            assertThat(receiver.requests()).isZero();
        }
    }

    @Test
    void aReceiverWithTheCertificateOfAnotherAddressGetsNothing() {
        try (Receiver receiver = receiver("127.0.0.2")) {
            OtlpSettings settings = OtlpSettings.of(
                    Map.of("endpoint", "https://127.0.0.2:" + receiver.port()), environment("receiver", "gateway"));
            assertThat(send(settings)).isEqualTo(ExportResult.failed("TLS failure"));
            assertThat(receiver.requests()).isZero();
        }
    }

    @Test
    void aClientThatIsNotTrustedIsRefused() {
        try (Receiver receiver = receiver()) {
            assertThat(send(receiver, environment("receiver", "stranger")).sent())
                    .isFalse();
            assertThat(receiver.requests()).isZero();
        }
    }

    @Test
    void aFileThatIsNoCertificateIsNamed() throws IOException {
        String wrong = Files.writeString(folder.resolve("wrong.pem"), "secret").toString();
        Map<String, Object> config = Map.of("endpoint", "https://127.0.0.1:1");
        assertThatThrownBy(() -> OtlpSettings.of(config, Map.of("OTEL_EXPORTER_OTLP_CERTIFICATE", wrong)))
                .hasMessage("environment " + "OTEL_EXPORTER_OTLP_CERTIFICATE: the file " + wrong
                        + " must hold certificates in PEM");
        Map<String, String> keyWrong = environment("receiver", "gateway");
        keyWrong.put("OTEL_EXPORTER_OTLP_METRICS_CLIENT_KEY", wrong);
        assertThatThrownBy(() -> OtlpSettings.of(config, keyWrong))
                .hasMessageStartingWith("environment " + "OTEL_EXPORTER_OTLP_METRICS_CLIENT_KEY: the file " + wrong)
                .hasMessageEndingWith("must hold a private key in PEM that has no password");
        Map<String, String> keyAbsent = environment("receiver", "gateway");
        keyAbsent.remove("OTEL_EXPORTER_OTLP_METRICS_CLIENT_KEY");
        assertThatThrownBy(() -> OtlpSettings.of(config, keyAbsent))
                .hasMessage("environment " + "OTEL_EXPORTER_OTLP_METRICS_CLIENT_CERTIFICATE: needs its key too, in "
                        + "OTEL_EXPORTER_OTLP_CLIENT_KEY");
    }

    @Test
    void aBodyIsCompressedIfConfigured() {
        List<String> bodies = new CopyOnWriteArrayList<>();
        try (Receiver receiver = Receiver.start()) {
            receiver.behave((request, body) -> {
                bodies.add(request.getHeader("content-encoding") + " " + unzipped(body));
                request.response().end();
            });
            Map<String, String> gzip = Map.of("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip");
            OtlpEndpoint endpoint = OtlpSettings.of(Map.of("endpoint", "http://127.0.0.1:" + receiver.port()), gzip)
                    .endpoints()
                    .get(Signal.METRICS);
            ProtoWriter out = new ProtoWriter(16);
            out.text(1, "text");
            SignalExporter exporter = new SignalExporter(vertx, Signal.METRICS, endpoint, () -> out, NO_REPORTS);
            assertThat(exporter.stop().await()).isTrue();
            assertThat(bodies).containsExactly("gzip \n\4text");
            assertThat(exporter.status().last().encoding()).isEqualTo("gzip");
        }
    }

    private static final SignalExporter.Listener NO_REPORTS = new SignalExporter.Listener() {
        @Override
        public void failing(Signal signal) {}

        @Override
        public void dropping(Signal signal) {}
    };

    private static String unzipped(Buffer body) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body.getBytes()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingShowsHeadersOrKeys() {
        Map<String, Object> config = Map.of(
                "endpoint",
                "https://127.0.0.1:1?api_key=sk-CANARY-query",
                "headers",
                Map.of("x-canary", "sk-CANARY-header"));
        OtlpSettings settings = OtlpSettings.of(config, environment("receiver", "gateway"));
        String shown = settings + " " + settings.endpoints().get(Signal.METRICS) + " " + send(settings);
        assertThat(shown).doesNotContainIgnoringCase("canary").doesNotContain("PRIVATE");
    }
}
