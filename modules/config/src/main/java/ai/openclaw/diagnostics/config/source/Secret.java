package ai.openclaw.diagnostics.config.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A credential. Its text leaves this class only where {@link #reveal()} is called. */
public final class Secret {

    /** What is shown instead of a credential. */
    public static final String MASK = "***";

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** Returns the secret with this text, without the white space around it; no caller could present that. */
    public static Secret of(String text) {
        return new Secret(text.strip());
    }

    /** Returns the text itself. */
    public String reveal() {
        return text;
    }

    /** Compares in a time that does not depend on where two secrets of one length differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns {@code ***}. */
    @Override
    public String toString() {
        return MASK;
    }
}
