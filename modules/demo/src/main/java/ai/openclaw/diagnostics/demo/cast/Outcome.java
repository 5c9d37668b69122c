package ai.openclaw.diagnostics.demo.cast;

/** How a run ends. */
public enum Outcome {
    COMPLETED("completed"),
    ERROR("error"),
    ABORTED("aborted");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /** Returns its name in events. */
    public String text() {
        return text;
    }
}
