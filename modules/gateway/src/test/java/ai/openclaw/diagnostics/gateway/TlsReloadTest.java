package ai.openclaw.diagnostics.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.Certificate;
import ai.openclaw.diagnostics.testing.LogCapture;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of certificates that are something else: reading a device or a pipe may not end. */
class TlsReloadTest {

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close(); // not waited for: what stalls would make it wait
    }

    @Test
    void aDeviceIsNoKey() throws Exception {
        Certificate certificate = Certificate.make(folder, "gateway");
        TlsFiles files = new TlsFiles(certificate.file(), Path.of("/dev/zero"));
        assertThatThrownBy(() -> TlsReload.of(vertx, files))
                .isInstanceOf(GatewayException.class)
                .hasMessageStartingWith("gateway.tls.keyPath: /dev/zero is not a file that can be read;");
    }

    @Test
    void aKeyReplacedByAPipeHoldsNoWorker() throws Exception {
        Certificate certificate = Certificate.make(folder, "gateway");
        byte[] key = Files.readAllBytes(certificate.key());
        try (LogCapture log = new LogCapture(TlsReload.class);
                TlsReload reload = TlsReload.of(vertx, new TlsFiles(certificate.file(), certificate.key()))) {
            Await.done(
                    "the server",
                    Await.PATIENCE,
                    reload.server(Router.router(vertx)).listen(0, "127.0.0.1").toCompletionStage());
            Files.delete(certificate.key());
            makePipe(certificate.key());
            reload.reload();
            awaitLine(log, "gateway.tls: the certificate's files cannot be read; the certificate in use stays.");

            Files.delete(certificate.key());
            Files.write(certificate.key(), key);
            Files.writeString(certificate.file(), Files.readString(certificate.file()) + "\n");
            reload.reload();
            awaitLine(log, "gateway.tls: the certificate was read anew, since it has changed.");
        }
    }

    private static void makePipe(Path pipe) throws IOException, InterruptedException {
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(mkfifo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(mkfifo.exitValue()).isZero();
    }

    private static void awaitLine(LogCapture log, String line) {
        Await.until(line, () -> log.lines().contains(line));
    }
}
