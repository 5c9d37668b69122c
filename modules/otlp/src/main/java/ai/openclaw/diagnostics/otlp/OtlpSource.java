package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.policy.LabelPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings by the reference's precedence: configuration, variable of the signal, variable for all, default. Remembers
 * which keys were asked for, so that an unknown one can be named.
 */
final class OtlpSource {

    static final String SECTION = "diagnostics.otel.";
    private static final String PREFIX = "OTEL_EXPORTER_OTLP_";

    private final Map<String, ?> config;
    private final Map<String, String> environment;
    private final Set<String> known = new TreeSet<>();

    OtlpSource(Map<String, ?> config, Map<String, String> environment) {
        this.config = config;
        this.environment = environment;
    }

    /** A value and the key or variable it came from. */
    record Found(String key, String text) {}

    /** Returns a configured text, null if absent. */
    @Nullable
    String text(String key) {
        Object value = get(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.isBlank()) {
            throw new OtlpSettingsException(SECTION + key, "must be a text that is not empty");
        }
        return text.strip();
    }

    /** Returns a configured truth value. */
    boolean flag(String key, boolean otherwise) {
        Object value = get(key);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Boolean flag)) {
            throw new OtlpSettingsException(SECTION + key, "must be true or false");
        }
        return flag;
    }

    /** Returns a configured number, null if absent. */
    @Nullable
    Double number(String key, double min, double max) {
        Object value = get(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Number number) || !(number.doubleValue() >= min && number.doubleValue() <= max)) {
            throw new OtlpSettingsException(SECTION + key, "must be a number from " + plain(min) + " to " + plain(max));
        }
        return number.doubleValue();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** Returns a configured object whose values are texts, empty if absent. */
    Map<String, String> texts(String key) {
        Object value = get(key);
        if (value != null && !(value instanceof Map)) {
            throw new OtlpSettingsException(SECTION + key, "must be an object");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, text) -> texts.put(String.valueOf(name), text(key, text)));
        }
        return texts;
    }

    private static String text(String key, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new OtlpSettingsException(SECTION + key, "each value must be a text");
    }

    /** Returns a configured value of whatever type, null if absent. */
    @Nullable
    Object get(String key) {
        known.add(key);
        return config.get(key);
    }

    private @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Returns what {@code OTEL_EXPORTER_OTLP_<SIGNAL>_<name>} or {@code OTEL_EXPORTER_OTLP_<name>} holds, null if neither. */
    @Nullable
    Found variable(Signal signal, String name) {
        Found own = found(PREFIX + signal.variable() + "_" + name);
        return own != null ? own : found(PREFIX + name);
    }

    /** Returns what a variable holds, null if it is unset or empty. */
    @Nullable
    Found found(String variable) {
        String text = variable(variable);
        return text == null ? null : new Found(variable, text);
    }

    /** Returns the whole number that a variable holds. */
    long number(String variable, long min, long max, long otherwise) {
        String text = variable(variable);
        if (text == null) {
            return otherwise;
        }
        boolean whole = text.matches("[0-9]{1,18}");
        if (!whole || Long.parseLong(text) < min || Long.parseLong(text) > max) {
            throw new OtlpSettingsException(variable, "must be a whole number from " + min + " to " + max);
        }
        return Long.parseLong(text);
    }

    /** @throws OtlpSettingsException if the section has a key that nothing asked for */
    void refuseUnknownKeys() {
        for (String key : config.keySet()) {
            if (!known.contains(key)) {
                throw new OtlpSettingsException(
                        SECTION + (key.matches("[A-Za-z]{1,40}") && !LabelPolicy.looksLikeSecret(key) ? key : "…"),
                        "unknown key; known here: " + String.join(", ", known));
            }
        }
    }
}
