package ai.openclaw.diagnostics.config.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a configuration is read in: the variables of the process, and what must not be shown.
 *
 * @param variables the environment's variables
 * @param looksSecret tells whether a text may be a credential, so that a message does not repeat it
 */
public record ConfigEnvironment(Map<String, String> variables, Predicate<String> looksSecret) {

    private static final String UNKNOWN_HOME = "?"; // what the JDK returns for a user without an entry

    /** Copies the variables. */
    public ConfigEnvironment {
        variables = Map.copyOf(variables);
    }

    /** Returns an environment with these variables, where only what a key says of its value is hidden. */
    public static ConfigEnvironment of(Map<String, String> variables) {
        return new ConfigEnvironment(variables, text -> false);
    }

    /** Returns a variable without the white space around it; one that is blank counts as not set. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * Returns the home directory: {@code HOME}, else that of the user's entry in the system.
     *
     * @throws ConfigException if there is none, or it is not an absolute path
     */
    Path home() {
        String home = variable("HOME").orElseGet(() -> String.valueOf(System.getProperty("user.home")));
        if (home.equals(UNKNOWN_HOME) || !home.startsWith("/") && !Path.of(home).isAbsolute()) {
            throw new ConfigException("home directory: HOME is not an absolute path and the user has no home; set "
                    + ConfigLocation.STATE_VARIABLE + " to the directory that the Gateway keeps its state in");
        }
        return Path.of(home);
    }

    /**
     * Returns the path of a text, absolute; {@code ~} and what begins with {@code ~/} are in the home directory.
     *
     * @param subject what a message calls the text
     * @throws ConfigException if it is not a path
     */
    public Path path(String text, String subject) {
        return path(text, subject, Path.of(""));
    }

    /** As {@link #path(String, String)}; a relative path is relative to a folder, not to where the process was started. */
    public Path path(String text, String subject, Path folder) {
        if (text.isBlank()) {
            throw new ConfigException(subject + ": is empty, must be a path");
        }
        boolean inHome = text.equals("~") || text.startsWith("~/");
        try {
            Path path = inHome ? home().resolve(text.substring(Math.min(2, text.length()))) : folder.resolve(text);
            return path.toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new ConfigException(subject + ": is not a path");
        }
    }

    /** Returns where the environment is read, and no value. */
    @Override
    public String toString() {
        return variables.size() + " variables";
    }
}
