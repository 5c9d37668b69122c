package ai.openclaw.diagnostics.config.schema;

import ai.openclaw.diagnostics.config.source.Secret;
import ai.openclaw.diagnostics.json5.Json5Value;
import ai.openclaw.diagnostics.json5.Json5Value.ScalarValue;
import ai.openclaw.diagnostics.json5.Quoting;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Decides which keys and values a message may show. */
public final class Redaction {

    private static final int MAX_SHOWN = 40;

    private final Predicate<String> looksSecret;

    /** Creates one that also hides what looks like a secret to this test. */
    public Redaction(Predicate<String> looksSecret) {
        this.looksSecret = looksSecret;
    }

    /** Returns a key of the file fit for a message: itself, or a mask if it may be a misplaced credential. */
    public String key(String key) {
        return looksSecret.test(key) ? Secret.MASK : Quoting.cut(key, MAX_SHOWN);
    }

    /**
     * Returns what was found at a path: the value itself if it is harmless, else only what it is.
     *
     * @param written how a number, a boolean or null is written
     */
    public String found(String written, String path, Json5Value node) {
        boolean shown = node instanceof ScalarValue scalar
                && scalar.value() != null
                && !scalar.kind().equals("an empty string")
                && mayShow(path, scalar);
        return shown ? Quoting.cut(text(written, (ScalarValue) node), MAX_SHOWN) : node.kind();
    }

    private static String text(String written, ScalarValue scalar) {
        return scalar.value() instanceof String text ? Quoting.quoted(text) : written;
    }

    /** A string beside a credential may be a credential on the wrong line. */
    private boolean mayShow(String path, ScalarValue scalar) {
        boolean besideCredentials = path.startsWith("gateway.auth") && scalar.value() instanceof String;
        boolean mayHoldSecrets = path.startsWith(Schema.REDACT_PATTERNS.path()) || path.endsWith(".config");
        return !besideCredentials
                && !mayHoldSecrets
                && !soundsSecret(path)
                && !looksSecret.test(String.valueOf(scalar.value()));
    }

    static boolean soundsSecret(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return Stream.of("token", "password", "passwd", "secret", "key", "credential")
                .anyMatch(lower::contains);
    }
}
