package ai.openclaw.diagnostics.gateway;

import java.nio.file.Path;

/**
 * Where the certificate of a Gateway is, in PEM.
 *
 * @param certificate the certificate, and after it those that it depends on
 * @param key its private key, PKCS#8, without a password
 */
public record TlsFiles(Path certificate, Path key) {}
