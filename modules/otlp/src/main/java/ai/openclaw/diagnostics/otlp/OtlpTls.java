package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.otlp.OtlpSource.Found;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What TLS is made with, in PEM, read once.
 *
 * @param trusted the certificates that the receiver's is checked against, null for the platform's
 * @param certificate the certificate that is presented, null for none
 * @param key its key, null for none
 */
record OtlpTls(
        @Nullable Buffer trusted,
        @Nullable Buffer certificate,
        @Nullable Buffer key) {

    private static final OtlpTls NONE = new OtlpTls(null, null, null);
    private static final Pattern KEY = Pattern.compile("-----BEGIN (RSA |EC )?PRIVATE KEY-----");

    /** Reads the files that the variables of a signal name. */
    static OtlpTls of(OtlpSource source, Signal signal) {
        return source.tried(() -> read(source, signal), NONE);
    }

    private static OtlpTls read(OtlpSource source, Signal signal) {
        Found certificate = source.variable(signal, "CLIENT_CERTIFICATE");
        Found key = source.variable(signal, "CLIENT_KEY");
        if (certificate != null && key == null) {
            throw certificate.refused("needs its key too, in OTEL_EXPORTER_OTLP_CLIENT_KEY");
        }
        if (key != null && certificate == null) {
            throw key.refused("needs its certificate too, in OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE");
        }
        return new OtlpTls(
                certificates(source.variable(signal, "CERTIFICATE")), certificates(certificate), privateKey(key));
    }

    private static @Nullable Buffer certificates(@Nullable Found found) {
        if (found == null) {
            return null;
        }
        byte[] content = content(found);
        try {
            boolean any = !CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(content))
                    .isEmpty();
            if (any) {
                return Buffer.buffer(content);
            }
        } catch (CertificateException notPem) {
            // as below
        }
        throw found.refused("the file " + found.text() + " must hold certificates in PEM");
    }

    private static @Nullable Buffer privateKey(@Nullable Found found) {
        if (found == null) {
            return null;
        }
        byte[] content = content(found);
        if (!KEY.matcher(new String(content, StandardCharsets.ISO_8859_1)).find()) {
            throw found.refused("the file " + found.text() + " must hold a private key in PEM that has no password");
        }
        return Buffer.buffer(content);
    }

    private static byte[] content(Found found) {
        try {
            Path file = Path.of(found.text());
            if (Files.exists(file) && !Files.isRegularFile(file)) { // reading a device may not end
                throw new IOException("not a regular file");
            }
            return Files.readAllBytes(file);
        } catch (IOException | InvalidPathException e) {
            throw found.refused("the file " + found.text() + " cannot be read; it must exist and be readable here");
        }
    }

    /** Tells what there is, without content. */
    @Override
    public String toString() {
        return "OtlpTls[trusted: " + (trusted != null) + ", certificate: " + (certificate != null) + "]";
    }
}
