package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.Node.ScalarNode;
import java.util.Locale;
import java.util.stream.Stream;

/** Decides which values a message may show. */
final class Discretion {

    private static final int LONGEST_SHOWN = 40;

    private Discretion() {}

    /** Returns what was found at a path: the value itself if it is harmless, else only what it is. */
    static String found(Source source, String path, Node node) {
        boolean shown = node instanceof ScalarNode scalar
                && scalar.value() != null
                && !scalar.kind().equals("an empty string")
                && mayShow(path, scalar);
        return shown ? Texts.cut(text(source, (ScalarNode) node), LONGEST_SHOWN) : node.kind();
    }

    private static String text(Source source, ScalarNode scalar) {
        return scalar.value() instanceof String text
                ? Texts.quoted(text)
                : source.text().substring(scalar.start(), scalar.end());
    }

    /** A string anywhere beside a credential may be one that somebody put on the wrong line. */
    private static boolean mayShow(String path, ScalarNode scalar) {
        boolean besideCredentials = path.startsWith("gateway.auth") && scalar.value() instanceof String;
        boolean mayHoldSecrets = path.startsWith(Schema.REDACT_PATTERNS.path()) || path.endsWith(".config");
        return !besideCredentials && !mayHoldSecrets && !soundsSecret(path);
    }

    static boolean soundsSecret(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return Stream.of("token", "password", "passwd", "secret", "key", "credential")
                .anyMatch(lower::contains);
    }
}
