package ai.openclaw.diagnostics.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
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

    private static final String FLAG = "flag --config";
    private static final String PATH_VARIABLE = "OPENCLAW_CONFIG_PATH";
    private static final String STATE_VARIABLE = "OPENCLAW_STATE_DIR";

    /**
     * Finds the file. A path may begin with {@code ~/}; a variable that is blank counts as not set.
     *
     * @param flag the value of {@code --config}, or null
     * @param environment the environment's variables
     * @throws ConfigException if a value is no path
     */
    public static ConfigLocation resolve(@Nullable String flag, Map<String, String> environment) {
        Optional<String> stateVariable = variable(environment, STATE_VARIABLE);
        Path home = Path.of(variable(environment, "HOME").orElseGet(() -> System.getProperty("user.home")));
        Path state = stateVariable
                .map(text -> path(text, home, "environment " + STATE_VARIABLE))
                .orElseGet(() -> home.resolve(".openclaw").toAbsolutePath());
        if (flag != null) {
            return new ConfigLocation(path(flag, home, FLAG), state, FLAG);
        }
        return variable(environment, PATH_VARIABLE)
                .map(text -> new ConfigLocation(
                        path(text, home, "environment " + PATH_VARIABLE), state, "environment " + PATH_VARIABLE))
                .orElseGet(() -> new ConfigLocation(
                        state.resolve("openclaw.json"),
                        state,
                        stateVariable.isPresent() ? "environment " + STATE_VARIABLE : Setting.DEFAULT));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Path path(String text, Path home, String source) {
        try {
            boolean inHome = text.equals("~") || text.startsWith("~/");
            Path path = inHome ? home.resolve(text.substring(Math.min(2, text.length()))) : Path.of(text);
            if (text.isBlank()) {
                throw new ConfigException(source + ": is empty, must be a path");
            }
            return path.toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new ConfigException(source + ": is not a path");
        }
    }
}
