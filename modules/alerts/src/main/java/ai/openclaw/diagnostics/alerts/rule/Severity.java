package ai.openclaw.diagnostics.alerts.rule;

import java.util.Locale;

/** What an alert asks of people. */
public enum Severity {
    /** It pages the operator on call. */
    CRITICAL,
    /** It becomes a ticket. */
    WARNING,
    /** It is worth knowing during an investigation. */
    INFO;

    /** Returns the value of the label {@code severity}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
