package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.files.RegularFile;
import ai.openclaw.diagnostics.http.route.HttpLimits;
import ai.openclaw.diagnostics.http.route.HttpServers;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * HTTPS whose certificate is read anew when its files change: they are read every ten seconds on a worker thread. A pair that
 * cannot be used is reported, and the one in use stays.
 */
final class TlsReload implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TlsReload.class.getName());
    private static final long CHECK_MS = 10_000;

    private final Vertx vertx;
    private final TlsFiles files;
    private Pem seen;
    private @Nullable HttpServer server;
    private long timer;

    private TlsReload(Vertx vertx, TlsFiles files, Pem first) {
        this.vertx = vertx;
        this.files = files;
        this.seen = first;
    }

    /** What both files held at one time. */
    private record Pem(Buffer certificate, Buffer key) {

        static Pem read(TlsFiles files) throws IOException {
            return new Pem(
                    Buffer.buffer(RegularFile.read(files.certificate())), Buffer.buffer(RegularFile.read(files.key())));
        }

        PemKeyCertOptions options() {
            return new PemKeyCertOptions().addCertValue(certificate).addKeyValue(key);
        }
    }

    /**
     * Reads the files.
     *
     * @throws GatewayException if one cannot be read or used
     */
    static TlsReload of(Vertx vertx, TlsFiles files) {
        Pem first = new Pem(read("certPath", files.certificate()), read("keyPath", files.key()));
        try {
            first.options().getKeyManagerFactory(vertx);
            return new TlsReload(vertx, files, first);
        } catch (Exception e) { // of the parser too, which may quote the key
            throw GatewayException.unusable("gateway.tls: " + files.certificate() + " and " + files.key()
                    + " are no certificate with its private key; both must be PEM, and the key without a password");
        }
    }

    private static Buffer read(String key, Path file) {
        try {
            return Buffer.buffer(RegularFile.read(file));
        } catch (IOException e) {
            throw GatewayException.unusable("gateway.tls." + key + ": " + file
                    + " is not a file that can be read; name a PEM file that the Gateway's user may read");
        }
    }

    /** Returns a server that serves a router with the certificate, and starts to watch the files. */
    HttpServer server(Router router) {
        HttpLimits limits = HttpLimits.DEFAULT;
        HttpServer created = HttpServers.create(
                vertx, limits, HttpServers.options(limits).setSsl(true).setKeyCertOptions(seen.options()), router);
        server = created;
        timer = vertx.setPeriodic(CHECK_MS, tick -> reload());
        return created;
    }

    /** Reads the files and uses what they hold, if it has changed. */
    void reload() {
        vertx.executeBlocking(() -> Pem.read(files), false)
                .onFailure(unreadable -> LOG.log(
                        System.Logger.Level.WARNING,
                        "gateway.tls: the certificate's files cannot be read; the certificate in use stays."))
                .onSuccess(this::use);
    }

    private void use(Pem found) {
        if (found.equals(seen)) {
            return;
        }
        seen = found;
        Objects.requireNonNull(server)
                .updateSSLOptions(new ServerSSLOptions().setKeyCertOptions(found.options()))
                .onSuccess(updated -> LOG.log(
                        System.Logger.Level.INFO, "gateway.tls: the certificate was read anew, since it has changed."))
                .onFailure(refused -> LOG.log(
                        System.Logger.Level.WARNING,
                        "gateway.tls: the files have changed and are no certificate with its key; the certificate in use"
                                + " stays."));
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
