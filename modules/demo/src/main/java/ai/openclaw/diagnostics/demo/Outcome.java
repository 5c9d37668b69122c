package ai.openclaw.diagnostics.demo;

/** How a run ends. */
enum Outcome {
    COMPLETED("completed"),
    ERROR("error"),
    ABORTED("aborted");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
