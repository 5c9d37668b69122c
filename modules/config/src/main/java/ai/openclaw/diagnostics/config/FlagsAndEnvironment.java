package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.schema.ConfigKey;
import ai.openclaw.diagnostics.config.schema.Redaction;
import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.Setting;
import ai.openclaw.diagnostics.json5.Json5Value.ScalarValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What flags and environment say, held against the schema like the file; collects every problem. */
final class FlagsAndEnvironment {

    private final ConfigEnvironment environment;
    private final Redaction redaction;
    private final boolean ignoresConflicts;
    private final List<String> problems = new ArrayList<>();

    /**
     * Creates one.
     *
     * @param ignoresConflicts whether keys that are right one by one may contradict each other
     */
    FlagsAndEnvironment(ConfigEnvironment environment, boolean ignoresConflicts) {
        this.environment = environment;
        this.ignoresConflicts = ignoresConflicts;
        this.redaction = new Redaction(environment.looksSecret());
    }

    /** Returns the value of a flag, if it was given. */
    <T> Optional<Setting<T>> flag(ConfigKey<T> key, String name, @Nullable Object given) {
        return given == null ? Optional.empty() : read(key, "flag " + name, given.toString());
    }

    /** Returns the value of a variable; one that is blank counts as not set. */
    <T> Optional<Setting<T>> variable(ConfigKey<T> key, String name) {
        return environment.variable(name).flatMap(text -> read(key, "environment " + name, text));
    }

    /** Adds that keys contradict each other, or that one needs another. */
    void conflict(String problem) {
        if (!ignoresConflicts) {
            problems.add(problem);
        }
    }

    /**
     * Ends the collecting.
     *
     * @throws ConfigException if there were problems
     */
    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private <T> Optional<Setting<T>> read(ConfigKey<T> key, String source, String text) {
        ScalarValue node = new ScalarValue(0, text.length(), scalar(text));
        T value = key.type().read(node);
        if (value == null) {
            String remedy = key.type().remedy(node);
            problems.add(source + ": found " + redaction.found(text, key.path(), node) + ", allowed "
                    + key.type().allowed() + (remedy == null ? "" : "; " + remedy));
            return Optional.empty();
        }
        return Optional.of(new Setting<>(value, source));
    }

    private static Object scalar(String text) {
        return text.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(text) : text;
    }
}
