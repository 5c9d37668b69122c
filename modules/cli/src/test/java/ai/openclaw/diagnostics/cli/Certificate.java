package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate for this machine that signs itself, in PEM, made by the JDK's keytool. */
record Certificate(Path file, Path key) {

    private static final String PASSWORD = "changeit";

    /** Makes one, in place of those that these files hold. */
    static Certificate make(Path folder, String name) throws IOException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        Files.deleteIfExists(store);
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        try (ChildProcess process = ChildProcess.start(List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "x",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD))) {
            assertThat(process.awaitExit(Await.PATIENCE)).as(process.err()).isZero();
        }
        KeyStore loaded = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Path key = folder.resolve("key.pem");
        Files.writeString(
                key,
                pem("PRIVATE KEY", loaded.getKey("x", PASSWORD.toCharArray()).getEncoded()));
        Path file = folder.resolve("certificate.pem");
        Files.writeString(file, pem("CERTIFICATE", loaded.getCertificate("x").getEncoded()));
        return new Certificate(file, key);
    }

    private static String pem(String type, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
    }
}
