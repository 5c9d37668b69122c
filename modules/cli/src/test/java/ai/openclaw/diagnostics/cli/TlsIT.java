package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS with a certificate that signs itself: for curl and Prometheus, and when it is replaced. */
class TlsIT {

    private static final String PROMETHEUS = """
        scrape_configs:
          - job_name: openclaw
            scrape_interval: 1s
            metrics_path: /api/diagnostics/prometheus
            scheme: https
            authorization: { credentials_file: %s }
            tls_config: { ca_file: %s }
            static_configs: [{ targets: ["%s"] }]
        """;

    @TempDir
    private Path folder;

    @Test
    void prometheusScrapesAndTheCertificateIsReadAnew() throws IOException, GeneralSecurityException {
        Tools.require("curl");
        Tools.require("prometheus");
        Certificate first = Certificate.make(folder, "gateway");
        try (RunningGateway gateway = start(first)) {
            assertThat(gateway.url()).startsWith("https://127.0.0.1:");
            String port = gateway.url().replaceAll(".*:", "");
            assertThat(curl(first, gateway)).isEqualTo("{\"ok\":true,\"status\":\"live\"}");
            Finished health = health(port);
            assertThat(health.exitCode()).as(health.out() + health.err()).isZero();

            Path token = Files.writeString(folder.resolve("token"), "tls-test-token");
            String configuration = PROMETHEUS.formatted(token, first.file(), "127.0.0.1:" + port);
            try (RunningPrometheus prometheus = RunningPrometheus.start(
                    "prometheus", Files.createDirectory(folder.resolve("prometheus")), configuration)) {
                Await.answer(
                        "up 1",
                        Await.PATIENCE,
                        () -> "",
                        () -> Optional.of(prometheus.api().query("up"))
                                .filter(answer -> answer.toString().contains("1")));
            }

            Path old = Files.copy(first.file(), folder.resolve("old.pem"));
            Certificate second = Certificate.make(folder, "gateway");
            Await.answer(
                    "the second certificate",
                    Duration.ofMinutes(1),
                    gateway.process()::err,
                    () -> Optional.of(curl(second, gateway)).filter(body -> body.contains("live")));
            assertThat(curl(new Certificate(old, first.key()), gateway)).isEmpty();
            assertThat(health(port).exitCode()).isZero();
        }
    }

    @Test
    void filesThatAreNoPairAreRefused() throws IOException, GeneralSecurityException {
        Certificate certificate = Certificate.make(folder, "x");
        Files.writeString(certificate.key(), "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");
        write(certificate);
        Finished finished = PackagedApplication.run("gateway", "run", "--port", "0", "--config", config());
        assertThat(finished.exitCode()).isEqualTo(2);
        assertThat(finished.err().lines())
                .singleElement()
                .asString()
                .startsWith("gateway.tls: ")
                .doesNotContain("c2Vj");
    }

    private RunningGateway start(Certificate certificate) throws IOException {
        write(certificate);
        return RunningGateway.awaitStart(
                PackagedApplication.startIn(folder, "gateway", "run", "--port", "0"), folder.resolve("token"));
    }

    private void write(Certificate certificate) throws IOException {
        Files.writeString(folder.resolve("openclaw.json"), """
            {
              gateway: {auth: {token: 'tls-test-token'}, tls: {certPath: '%s', keyPath: '%s'}},
              plugins: {entries: {'diagnostics-prometheus': {enabled: true}}},
              diagnostics: {enabled: true},
            }
            """.formatted(certificate.file(), certificate.key()));
    }

    private String config() {
        return folder.resolve("openclaw.json").toString();
    }

    private Finished health(String port) {
        return PackagedApplication.run("health", "--port", port, "--config", config());
    }

    /** Returns what curl gets with this certificate as the only one that it trusts, empty if it refuses. */
    private static String curl(Certificate trusted, RunningGateway gateway) {
        try (ChildProcess curl = ChildProcess.start(
                List.of("curl", "-s", "--cacert", trusted.file().toString(), gateway.url() + "/healthz"))) {
            curl.awaitExit(Await.PATIENCE);
            return curl.out();
        }
    }
}
