package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.spi.ConfigProblem;

/** One setting cannot be used; {@link OtlpSource} collects them. */
final class OtlpSettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // a record of texts
    private final ConfigProblem problem;

    OtlpSettingsException(ConfigProblem problem) {
        super(problem.text());
        this.problem = problem;
    }

    ConfigProblem problem() {
        return problem;
    }
}
