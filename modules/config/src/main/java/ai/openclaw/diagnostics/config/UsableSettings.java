package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Settings for what asks a Gateway, which runs on and has to be found when its file was broken after its start. What of the file
 * can be used is in force, with flags and environment as ever. With a refusal, nothing may be started with these settings.
 *
 * @param settings what is in force
 * @param refusal why no Gateway starts with the configuration, null if one does
 */
public record UsableSettings(Settings settings, @Nullable ConfigException refusal) {

    /**
     * Reads the file of a location.
     *
     * @param flags adds the flags
     * @throws ConfigException if a flag or a variable is not allowed, or the flag {@code --config} names no file
     */
    public static UsableSettings read(
            ConfigLocation location, ConfigEnvironment environment, UnaryOperator<Settings.Builder> flags) {
        try {
            GatewayConfig file = GatewayConfig.read(location, environment);
            return new UsableSettings(flags.apply(Settings.builder(file)).build(), null);
        } catch (ConfigException refusal) {
            if (location.isMistyped()) {
                throw refusal;
            }
            GatewayConfig file = GatewayConfig.readUsable(location, environment);
            return usable(file, flags)
                    .or(() -> usable(GatewayConfig.empty(environment), flags))
                    .map(settings -> new UsableSettings(settings, refusal))
                    .orElseThrow(() -> refusal);
        }
    }

    private static Optional<Settings> usable(GatewayConfig file, UnaryOperator<Settings.Builder> flags) {
        try {
            return Optional.of(
                    flags.apply(Settings.builder(file).ignoringConflicts()).build());
        } catch (ConfigException unusable) {
            return Optional.empty();
        }
    }

    /**
     * Refuses the configuration where it may be why nothing was found.
     *
     * @throws ConfigException if nothing was found and there is a refusal
     */
    public void refuseIf(boolean nothingFound) {
        if (nothingFound && refusal != null) {
            throw refusal;
        }
    }

    /** Returns a sentence that says that a Gateway does not start with this file, nothing if one does. */
    public Optional<String> warning(ConfigLocation location) {
        if (refusal == null) {
            return Optional.empty();
        }
        int problems = refusal.problems().size();
        return Optional.of("Warning: with " + location.file() + " no Gateway starts again: "
                + (problems == 1 ? "1 problem" : problems + " problems") + ", see openclaw config check.");
    }
}
