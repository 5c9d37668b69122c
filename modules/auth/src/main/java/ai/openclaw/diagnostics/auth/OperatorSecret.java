package ai.openclaw.diagnostics.auth;

import ai.openclaw.diagnostics.config.AuthMode;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.source.Secret;
import ai.openclaw.diagnostics.config.source.Setting;
import ai.openclaw.diagnostics.files.FileFailure;
import ai.openclaw.diagnostics.files.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The token or password that operators present. Its text leaves this class only where {@link #reveal()} is called.
 *
 * <p>Immutable; any thread may compare.
 */
public final class OperatorSecret {

    /** What kind of secret operators present, {@code gateway.auth.mode}. */
    public enum Mode {
        /** Made by a machine. */
        TOKEN("token"),
        /** Made by a person. */
        PASSWORD("password");

        private final String text;

        Mode(String text) {
            this.text = text;
        }

        /** Returns the name as the configuration has it. */
        String text() {
            return text;
        }
    }

    private static final int RANDOM_BYTES = 24;

    private final Mode mode;
    private final String secret;
    private final byte[] digest;
    private final boolean generated;

    private OperatorSecret(Mode mode, String secret, boolean generated) {
        this.mode = mode;
        this.secret = secret;
        this.digest = digest(secret.getBytes(StandardCharsets.UTF_8));
        this.generated = generated;
    }

    /**
     * Returns the secret with this text, without the white space around it.
     *
     * @param source where it was found, for the message
     * @throws GatewayException if nothing is left, or it holds a control character, which no header can carry
     */
    public static OperatorSecret of(Mode mode, String text, String source) {
        String secret = text.strip();
        if (secret.isEmpty()) {
            throw GatewayException.unusable("The " + mode.text + " from " + source
                    + " is empty. Set one, or leave it out" + (mode == Mode.TOKEN ? " to have one made." : "."));
        }
        if (secret.chars().anyMatch(Character::isISOControl)) {
            throw GatewayException.unusable("The " + mode.text + " from " + source
                    + " holds a control character, such as a line break, but must be one line of text.");
        }
        return new OperatorSecret(mode, secret, false);
    }

    /** Returns the secret that settings have. */
    public static OperatorSecret of(Settings settings) {
        Setting<Secret> secret = settings.secret().orElseThrow();
        Mode mode = settings.authMode().value() == AuthMode.PASSWORD ? Mode.PASSWORD : Mode.TOKEN;
        return of(mode, secret.value().reveal(), secret.source());
    }

    /** Returns a new random token. */
    public static OperatorSecret randomToken() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new OperatorSecret(Mode.TOKEN, HexFormat.of().formatHex(bytes), true);
    }

    /** Reads the token that a file holds; where there is no such file, makes one with a random token, mode 0600. */
    public static OperatorSecret inFile(Path file) {
        try {
            if (Files.exists(file)) {
                return of(Mode.TOKEN, RegularFile.text(file), "the file " + file);
            }
            OperatorSecret token = randomToken();
            write(file, token.secret + "\n");
            return token;
        } catch (IOException e) {
            throw GatewayException.unusable("The token file " + file + " cannot be "
                    + (Files.exists(file) ? "read" : "made") + ": " + FileFailure.reason(e)
                    + ". Mend that, or name another file with --token-file.");
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(file, text, StandardOpenOption.WRITE);
        } catch (IOException e) { // of a full disk, say: an empty file would be refused at the next start
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /**
     * Tells whether a caller presented this secret, in a time that depends on the length of what was presented only.
     *
     * @param presented as Vert.x has it from the header, a character for each byte; secrets beyond ASCII come in UTF-8
     */
    public boolean matches(String presented) {
        return MessageDigest.isEqual(digest, digest(presented.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Returns whether it is a token or a password. */
    public Mode mode() {
        return mode;
    }

    /** Tells whether it was made up just now, so that the operator must be told it. */
    public boolean isGenerated() {
        return generated;
    }

    /** Returns the secret itself, for the one who started the Gateway. */
    public String reveal() {
        return secret;
    }

    private static byte[] digest(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
