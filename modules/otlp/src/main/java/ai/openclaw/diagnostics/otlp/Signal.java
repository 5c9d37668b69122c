package ai.openclaw.diagnostics.otlp;

import java.util.Locale;

/** What is sent: each with a separate endpoint. */
enum Signal {
    METRICS("metrics"),
    TRACES("traces"),
    LOGS("logs");

    private final String text;

    Signal(String text) {
        this.text = text;
    }

    /** Returns its name in configuration, paths and labels. */
    String text() {
        return text;
    }

    /** Returns its part of the names of environment variables. */
    String variable() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Returns the last part of the path that receivers expect. */
    String path() {
        return "v1/" + text;
    }
}
