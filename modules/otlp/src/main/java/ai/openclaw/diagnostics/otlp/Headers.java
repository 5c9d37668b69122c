package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.otlp.OtlpSource.Found;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Headers for a receiver. Mostly credentials, so neither names nor values are ever shown. */
final class Headers {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");

    /** They describe the body or the connection; with another value the receiver could not read the request. */
    private static final Set<String> OF_THE_EXPORTER = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Adds a header; of two of one name the later counts.
     *
     * @param origin where it came from, for the message
     */
    void add(Found origin, String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw origin.refused("a header's name has characters that HTTP does not allow");
        }
        if (value.chars().anyMatch(it -> it < ' ' || it == 0x7f || it > 0xff)) {
            throw origin.refused("a header's value has characters that HTTP does not allow");
        }
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (OF_THE_EXPORTER.contains(lowerCase)) {
            throw origin.refused(lowerCase + " is set by the exporter; remove it. Not allowed: "
                    + OF_THE_EXPORTER.stream().sorted().toList());
        }
        values.put(lowerCase, value);
    }

    /** Returns them by their names in lower case. */
    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public String toString() {
        return values.size() + " headers";
    }
}
