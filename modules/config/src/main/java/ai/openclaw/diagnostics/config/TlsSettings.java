package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.Setting;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the certificate for HTTPS is.
 *
 * @param certificate the certificate's file, absolute
 * @param key its private key's file, absolute
 */
public record TlsSettings(Setting<Path> certificate, Setting<Path> key) {

    /** Returns what a file says of it, nothing if it says nothing or that it is off. */
    static Optional<TlsSettings> of(GatewayConfig file, FlagsAndEnvironment given) {
        Optional<String> source = file.sourceOf(Schema.TLS);
        if (source.isEmpty() || !file.inForce(Schema.TLS_ENABLED).value()) {
            return Optional.empty();
        }
        Optional<Setting<Path>> certificate = file.path(Schema.TLS_CERTIFICATE);
        Optional<Setting<Path>> key = file.path(Schema.TLS_KEY);
        if (certificate.isEmpty() || key.isEmpty()) {
            given.conflict(source.get() + ": " + Schema.TLS
                    + ": needs certPath and keyPath, no certificate is made; set both, or enabled to false");
            return Optional.empty();
        }
        return Optional.of(new TlsSettings(certificate.get(), key.get()));
    }
}
