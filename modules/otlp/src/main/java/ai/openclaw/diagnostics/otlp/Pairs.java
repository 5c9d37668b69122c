package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.otlp.OtlpSource.Found;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The notation of variables that hold several things: {@code name=value,name=value}, values percent-encoded. */
final class Pairs {

    private Pairs() {}

    /**
     * Returns the pairs in their order; of two of one name the later counts.
     *
     * @param found the text; no message has it
     */
    static Map<String, String> parse(Found found) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : found.text().split(",")) {
            int equals = pair.indexOf('=');
            String name = pair.substring(0, Math.max(0, equals)).strip();
            if (!name.isEmpty()) {
                pairs.put(name, decoded(pair.substring(equals + 1).strip()));
            } else if (!pair.isBlank()) {
                throw found.notAllowed("name=value, several separated by commas");
            }
        }
        return pairs;
    }

    /** A plus is a plus; what is not percent-encoded is taken as it is. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
