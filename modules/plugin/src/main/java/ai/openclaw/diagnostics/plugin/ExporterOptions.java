package ai.openclaw.diagnostics.plugin;

import ai.openclaw.diagnostics.catalog.Profile;
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
     * @throws IllegalArgumentException if it holds something else; the message names the key and what is allowed
     */
    public ExporterOptions with(Map<String, @Nullable Object> config) {
        for (String key : new TreeSet<>(config.keySet())) {
            if (!key.equals(COMPATIBILITY)) {
                throw new IllegalArgumentException(path(key) + ": unknown key; the only key is " + COMPATIBILITY);
            }
        }
        return config.containsKey(COMPATIBILITY) ? withProfile(profile(config.get(COMPATIBILITY))) : this;
    }

    private static Profile profile(@Nullable Object value) {
        Optional<Profile> named = value instanceof String text ? Profile.of(text) : Optional.empty();
        return named.orElseThrow(() -> new IllegalArgumentException(path(COMPATIBILITY) + ": "
                + (value instanceof Number ? "a number, but must be a string, one of " : "must be one of ")
                + quoted()));
    }

    /** Returns the names of the profiles, for messages. */
    static String quoted() {
        return "\"" + String.join("\", \"", Profile.texts()) + "\"";
    }

    private static String path(String key) {
        return "plugins.entries." + PrometheusExporter.ID + ".config." + key;
    }
}
