package ai.openclaw.diagnostics.gateway;

/** How a run ends. */
enum DemoOutcome {
    COMPLETED("completed"),
    ERROR("error"),
    ABORTED("aborted");

    private final String text;

    DemoOutcome(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
