package ai.openclaw.diagnostics.config.source;

import java.util.List;

/** A configuration that cannot be used, read or written. The message has a line for each problem and never a secret. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // immutable lists of strings are serializable
    private final List<String> problems;

    /** Creates one of these problems, each in one line and without a secret. */
    public ConfigException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Creates one of a problem without a secret. */
    public ConfigException(String problem) {
        this(List.of(problem));
    }

    /** Returns the problems, each in one line, in the order of the file. */
    public List<String> problems() {
        return problems;
    }
}
