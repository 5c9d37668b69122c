package ai.openclaw.diagnostics.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that operators present. Its text leaves this class only where {@link #reveal()} is called. */
final class OperatorToken {

    private static final int RANDOM_BYTES = 24;

    private final String secret;
    private final byte[] digest;

    private OperatorToken(String secret) {
        this.secret = secret;
        this.digest = digest(secret);
    }

    /**
     * Returns the token with this text, without the white space around it.
     *
     * @throws GatewayException if nothing is left
     */
    static OperatorToken of(String text, String source) {
        String secret = text.strip();
        if (secret.isEmpty()) {
            throw GatewayException.unusable(
                    "The token from " + source + " is empty. Set one, or leave it out to have one made.");
        }
        return new OperatorToken(secret);
    }

    /** Returns a new random token. */
    static OperatorToken random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new OperatorToken(HexFormat.of().formatHex(bytes));
    }

    /** Reads the token that a file holds; where there is no such file, makes one with a random token, mode 0600. */
    static OperatorToken inFile(Path file) {
        try {
            if (Files.exists(file)) {
                return of(Files.readString(file), "the file " + file);
            }
            OperatorToken token = random();
            write(file, token.secret + "\n");
            return token;
        } catch (IOException e) {
            throw GatewayException.unusable("The token file " + file + " cannot be used: " + e.getMessage());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }

    /** Tells whether a caller presented this token, in a time that does not depend on where they differ. */
    boolean matches(String presented) {
        return MessageDigest.isEqual(digest, digest(presented));
    }

    /** Returns the secret itself, for the one who started the Gateway. */
    String reveal() {
        return secret;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
