package ai.openclaw.diagnostics.otlp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Headers for a receiver. Mostly credentials, so neither names nor values are ever shown. */
final class Headers {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Adds a header; of two of one name the later counts.
     *
     * @param key where it came from, for the message
     */
    void add(String key, String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new OtlpSettingsException(key, "a header's name has characters that HTTP does not allow");
        }
        if (value.chars().anyMatch(it -> it < ' ' || it == 0x7f || it > 0xff)) {
            throw new OtlpSettingsException(key, "a header's value has characters that HTTP does not allow");
        }
        values.put(name.toLowerCase(java.util.Locale.ROOT), value);
    }

    /** Adds those of a variable: {@code name=value,name=value}, percent-encoded. */
    void addAll(String key, String text) {
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                if (pair.isBlank()) {
                    continue;
                }
                throw new OtlpSettingsException(key, "must be name=value, several separated by commas");
            }
            add(
                    key,
                    pair.substring(0, equals).strip(),
                    decoded(pair.substring(equals + 1).strip()));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    void forEach(BiConsumer<String, String> action) {
        values.forEach(action);
    }

    @Override
    public String toString() {
        return values.size() + " headers";
    }
}
