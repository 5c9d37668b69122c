package ai.openclaw.diagnostics.plugin;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.spi.ConfigProblem;
import ai.openclaw.diagnostics.spi.ConfigProblemsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an exporter is set up. Immutable.
 *
 * @param profile of which release of OpenClaw the families and labels are
 * @param redactPatterns what no label may hold, in addition to the built-in patterns
 */
public record ExporterOptions(Profile profile, List<String> redactPatterns) {

    /** The key by which configurations name the profile. */
    static final String COMPATIBILITY = "compatibility";

    /** Copies the patterns. */
    public ExporterOptions {
        Objects.requireNonNull(profile, "profile");
        redactPatterns = List.copyOf(redactPatterns);
    }

    /** Returns the options of an exporter that is told nothing: profile 2026.5, no further patterns. */
    public static ExporterOptions defaults() {
        return new ExporterOptions(Profile.V2026_5, List.of());
    }

    /** Returns these options with another profile. */
    public ExporterOptions withProfile(Profile other) {
        return new ExporterOptions(other, redactPatterns);
    }

    /** Returns these options with other patterns. */
    public ExporterOptions withRedactPatterns(List<String> others) {
        return new ExporterOptions(profile, others);
    }

    /**
     * Returns these options as the configuration of a plugin changes them.
     *
     * @param config may hold {@code compatibility}, the name of a profile, and nothing else
     * @throws ConfigProblemsException if it holds something else
     */
    public ExporterOptions with(Map<String, @Nullable Object> config) {
        List<ConfigProblem> problems = new ArrayList<>();
        for (String key : new TreeSet<>(config.keySet())) {
            if (!key.equals(COMPATIBILITY)) {
                problems.add(ConfigProblem.unknownKey(key, List.of(COMPATIBILITY)));
            }
        }
        Object value = config.get(COMPATIBILITY);
        Optional<Profile> named = value instanceof String text ? Profile.of(text) : Optional.empty();
        if (config.containsKey(COMPATIBILITY) && named.isEmpty()) {
            problems.add(ConfigProblem.notAllowed(COMPATIBILITY, value, quoted()));
        }
        if (!problems.isEmpty()) {
            throw new ConfigProblemsException(problems);
        }
        return named.map(this::withProfile).orElse(this);
    }

    /** Returns the names of the profiles, for messages. */
    static String quoted() {
        return "\"" + String.join("\" or \"", Profile.texts()) + "\"";
    }
}
