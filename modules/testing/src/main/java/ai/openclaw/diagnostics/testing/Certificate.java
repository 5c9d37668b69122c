package ai.openclaw.diagnostics.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate for this machine that signs itself, in PEM, made by the JDK's keytool.
 *
 * @param file the certificate
 * @param key its private key
 */
public record Certificate(Path file, Path key) {

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "x";

    /**
     * Makes one with two days to live, in place of the one that these files hold.
     *
     * @param name its common name, and the name of its files but for their ends
     */
    public static Certificate make(Path folder, String name) throws IOException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        Files.deleteIfExists(store);
        keytool(store, name);
        KeyStore loaded = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Path key = folder.resolve(name + ".key");
        Files.writeString(
                key,
                pem("PRIVATE KEY", loaded.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
        Path file = folder.resolve(name + ".pem");
        Files.writeString(file, pem("CERTIFICATE", loaded.getCertificate(ALIAS).getEncoded()));
        return new Certificate(file, key);
    }

    private static void keytool(Path store, String name) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
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
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Await.done("keytool", Await.PATIENCE, process.onExit());
        if (process.exitValue() != 0) {
            throw new AssertionError("keytool: " + said);
        }
    }

    private static String pem(String type, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
    }
}
