package ai.openclaw.diagnostics.console;

import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a doctor examines.
 *
 * @param location where the configuration and the state directory are
 * @param settings what is in force, or what can be used of a configuration with problems; null if nothing can
 * @param problems why a Gateway does not start with the configuration, a sentence each; empty if it does
 * @param pluginsOn the ids of the plugins that are on, none if there are problems
 * @param variables the environment
 * @param application the folder of the application, null if it does not run from one
 * @param secret what operators present; null if there is none yet
 * @param secretSource where that comes from, such as {@code openclaw.json:3} or {@code --token}
 */
public record Setup(
        ConfigLocation location,
        @Nullable Settings settings,
        String problems,
        Set<String> pluginsOn,
        Map<String, String> variables,
        @Nullable Path application,
        @Nullable String secret,
        String secretSource) {

    /** Copies the sets. */
    public Setup {
        pluginsOn = Set.copyOf(pluginsOn);
        variables = Map.copyOf(variables);
    }

    /** Tells whether a Gateway starts with the configuration. */
    boolean starts() {
        return problems.isEmpty() && settings != null;
    }

    /** Returns the settings, nothing if nothing of the configuration can be used. */
    Optional<Settings> usable() {
        return Optional.ofNullable(settings);
    }

    /** Returns the name of the type alone: it holds a secret. */
    @Override
    public String toString() {
        return "Setup";
    }
}
