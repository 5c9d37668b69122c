package ai.openclaw.diagnostics.otlp;

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
     * @param variable where the text came from, for the message, which never has the text
     */
    static Map<String, String> parse(String variable, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        pair.substring(0, equals).strip(),
                        decoded(pair.substring(equals + 1).strip()));
            } else if (!pair.isBlank()) {
                throw new OtlpSettingsException(variable, "must be name=value, several separated by commas");
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
