package ai.openclaw.diagnostics.config;

import java.util.Locale;

/** Which credential callers present. */
public enum AuthMode {
    /** The token of {@code gateway.auth.token}. */
    TOKEN,
    /** The password of {@code gateway.auth.password}. */
    PASSWORD;

    static AuthMode of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Returns the name that the file has for it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text();
    }
}
