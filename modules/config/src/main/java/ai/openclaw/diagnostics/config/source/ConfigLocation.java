package ai.openclaw.diagnostics.config.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration file is: {@code --config}, else {@code OPENCLAW_CONFIG_PATH}, else {@code openclaw.json} in the
 * state directory; and where that is: {@code OPENCLAW_STATE_DIR}, else {@code .openclaw} in the home directory.
 *
 * @param file the configuration file, which may not exist
 * @param stateDirectory the state directory, which may not exist
 * @param source what decided the file: {@code flag --config}, {@code environment …} or {@code default}
 */
public record ConfigLocation(Path file, Path stateDirectory, String source) {

    static final String STATE_VARIABLE = "OPENCLAW_STATE_DIR";

    private static final String FLAG = "flag --config";
    private static final String PATH_SOURCE = "environment OPENCLAW_CONFIG_PATH";

    /**
     * Finds the file. A path may begin with {@code ~/}; a variable that is blank counts as not set.
     *
     * @param flag the value of {@code --config}, or null
     * @param environment the environment
     * @throws ConfigException if a value is no path, or a home directory is needed and there is none
     */
    public static ConfigLocation resolve(@Nullable String flag, ConfigEnvironment environment) {
        Optional<String> stateVariable = environment.variable(STATE_VARIABLE);
        Path state = stateVariable
                .map(text -> environment.path(text, "environment " + STATE_VARIABLE))
                .orElseGet(() -> environment.home().resolve(".openclaw").toAbsolutePath());
        if (flag != null) {
            return new ConfigLocation(environment.path(flag, FLAG), state, FLAG);
        }
        return environment
                .variable("OPENCLAW_CONFIG_PATH")
                .map(text -> new ConfigLocation(environment.path(text, PATH_SOURCE), state, PATH_SOURCE))
                .orElseGet(() -> new ConfigLocation(
                        state.resolve("openclaw.json"),
                        state,
                        stateVariable.isPresent() ? "environment " + STATE_VARIABLE : Setting.DEFAULT));
    }

    /** Tells whether the operator named this file, so that it must exist and may be written whatever it holds. */
    public boolean isNamed() {
        return source.equals(FLAG) || source.equals(PATH_SOURCE);
    }

    /** Tells whether the flag {@code --config} names a file that is not there. */
    public boolean isMistyped() {
        return source.equals(FLAG) && Files.notExists(file);
    }

    /** Returns the flag that makes another command use this file, empty where it would anyway. */
    public String flag() {
        return source.equals(FLAG) ? " --config " + file : "";
    }
}
