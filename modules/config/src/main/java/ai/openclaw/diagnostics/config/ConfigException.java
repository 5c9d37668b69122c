package ai.openclaw.diagnostics.config;

import java.util.List;

/** A configuration that cannot be used, read or written. The message has a line for each problem and never a secret. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(List<String> problems) {
        super(String.join("\n", problems));
    }

    ConfigException(String problem) {
        this(List.of(problem));
    }

    /** Returns the problems, each in one line, in the order of the file. */
    public List<String> problems() {
        return getMessage().lines().toList();
    }
}
