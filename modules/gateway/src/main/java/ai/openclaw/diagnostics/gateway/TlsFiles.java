package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.config.GatewayException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;

/**
 * Where the certificate of a Gateway is, in PEM.
 *
 * @param certificate the certificate, and after it those that it depends on
 * @param key its private key, PKCS#8, without a password
 */
public record TlsFiles(Path certificate, Path key) {

    /**
     * Checks that a Gateway can use them; reads both, on the calling thread.
     *
     * @throws GatewayException if one cannot be read, or they are no certificate with its key
     */
    public void check() {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1)); // the check is that of Vert.x
        try {
            TlsReload.of(vertx, this);
        } finally {
            vertx.close();
        }
    }
}
