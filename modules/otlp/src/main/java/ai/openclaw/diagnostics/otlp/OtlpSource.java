package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.spi.ConfigProblem;
import ai.openclaw.diagnostics.spi.ConfigProblemsException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings by the reference's precedence: configuration, variable of the signal, variable for all, default. Collects what is
 * wrong, and goes on with the default; remembers which keys were asked for, so that an unknown one can be named.
 */
final class OtlpSource {

    private static final String PREFIX = "OTEL_EXPORTER_OTLP_";

    private final Map<String, ?> config;
    private final Map<String, String> environment;
    private final Set<String> known = new TreeSet<>();
    private final Set<ConfigProblem> problems = new LinkedHashSet<>();

    OtlpSource(Map<String, ?> config, Map<String, String> environment) {
        this.config = config;
        this.environment = environment;
    }

    /**
     * A value that is there, and where it came from.
     *
     * @param name of the key or the variable
     */
    record Found(String name, String text, boolean isVariable) {

        static Found key(String name, String text) {
            return new Found(name, text, false);
        }

        static Found variable(String name, String text) {
            return new Found(name, text, true);
        }

        /** Returns what is thrown where the value cannot be used. */
        OtlpSettingsException refused(String problem) {
            return new OtlpSettingsException(
                    isVariable
                            ? ConfigProblem.elsewhere("environment " + name + ": " + problem)
                            : ConfigProblem.value(name, problem));
        }

        /** As {@link #refused}, of a value that may be a secret. */
        OtlpSettingsException notAllowed(String allowed) {
            return refused("found a string, allowed " + allowed);
        }

        /** As {@link #refused}, of one of several words; shows the value if it could be one. */
        OtlpSettingsException notOneOf(String allowed) {
            boolean word = text.matches("[A-Za-z0-9_/.-]{1,40}") && !LabelPolicy.looksLikeSecret(text);
            return word ? refused("found \"" + text + "\", allowed " + allowed) : notAllowed(allowed);
        }
    }

    /** Returns what a reader returns; where it refuses, takes note of that and returns the default. */
    <T> T tried(Supplier<T> reader, T otherwise) {
        try {
            return reader.get();
        } catch (OtlpSettingsException e) {
            refuse(e);
            return otherwise;
        }
    }

    /** Runs a check; where it refuses, takes note of that. */
    void check(Runnable check) {
        try {
            check.run();
        } catch (OtlpSettingsException e) {
            refuse(e);
        }
    }

    /** Takes note of what is refused. */
    void refuse(OtlpSettingsException refused) {
        problems.add(refused.problem());
    }

    private boolean has(String key) {
        known.add(key);
        return config.containsKey(key);
    }

    private void refuse(String key, String allowed) {
        problems.add(ConfigProblem.notAllowed(key, config.get(key), allowed));
    }

    /** Returns a configured text, null if absent. */
    @Nullable
    String text(String key) {
        String text = emptyOrText(key);
        if (text != null && text.isBlank()) {
            refuse(key, "a string that is not empty");
            return null;
        }
        return text == null ? null : text.strip();
    }

    /** As {@link #text}, of a text that may be empty. */
    @Nullable
    String emptyOrText(String key) {
        if (has(key)) {
            if (config.get(key) instanceof String text) {
                return text;
            }
            refuse(key, "a string");
        }
        return null;
    }

    /** Returns a configured text with its origin, null if absent. */
    @Nullable
    Found configured(String key) {
        String text = text(key);
        return text == null ? null : Found.key(key, text);
    }

    /** Returns a configured truth value. */
    boolean flag(String key, boolean otherwise) {
        if (has(key)) {
            if (config.get(key) instanceof Boolean flag) {
                return flag;
            }
            refuse(key, "true or false");
        }
        return otherwise;
    }

    /** Returns a configured number, null if absent. */
    @Nullable
    Double number(String key, long min, long max) {
        if (has(key)) {
            if (config.get(key) instanceof Number number
                    && number.doubleValue() >= min
                    && number.doubleValue() <= max) {
                return number.doubleValue();
            }
            refuse(key, min + " to " + max);
        }
        return null;
    }

    /** Returns a configured object whose values are texts, empty if absent. */
    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (has(key)) {
            if (config.get(key) instanceof Map<?, ?> map
                    && map.values().stream().allMatch(String.class::isInstance)) {
                map.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
            } else {
                refuse(key, "an object whose values are strings");
            }
        }
        return texts;
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
        String value = environment.get(variable);
        return value == null || value.isBlank() ? null : Found.variable(variable, value.strip());
    }

    /** Returns the whole number that a variable holds. */
    long number(String variable, long min, long max, long otherwise) {
        Found found = found(variable);
        return found == null ? otherwise : tried(() -> whole(found, min, max), otherwise);
    }

    /** Returns the whole number that a value is. */
    private static long whole(Found found, long min, long max) {
        boolean whole = found.text().matches("[0-9]{1,18}");
        if (!whole || Long.parseLong(found.text()) < min || Long.parseLong(found.text()) > max) {
            throw found.notOneOf(min + " to " + max);
        }
        return Long.parseLong(found.text());
    }

    /** @throws ConfigProblemsException if something was wrong, or the section has a key that nothing asked for */
    void refuseProblems() {
        for (String key : config.keySet()) {
            if (!known.contains(key)) {
                problems.add(ConfigProblem.unknownKey(key, known));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigProblemsException(List.copyOf(problems));
        }
    }
}
