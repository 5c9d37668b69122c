package ai.openclaw.diagnostics.spi;

import java.util.List;
import java.util.stream.Collectors;

/** A plugin cannot be used as it is configured. The message has a line for each problem, and never a secret. */
public final class ConfigProblemsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // immutable lists of records of texts
    private final List<ConfigProblem> problems;

    /** @param problems at least one */
    public ConfigProblemsException(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::line).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
