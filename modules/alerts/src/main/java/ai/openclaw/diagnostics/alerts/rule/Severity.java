package ai.openclaw.diagnostics.alerts.rule;

import java.util.Locale;

/** What an alert asks of people. */
public enum Severity {
    /** It wakes someone. */
    CRITICAL,
    /** It becomes a ticket. */
    WARNING,
    /** It is worth knowing when one looks. */
    INFO;

    /** Returns the value of the label {@code severity}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
