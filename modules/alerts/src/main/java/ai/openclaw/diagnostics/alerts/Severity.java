package ai.openclaw.diagnostics.alerts;

import java.util.Locale;

/** What an alert asks of people. */
enum Severity {
    /** It wakes someone. */
    CRITICAL,
    /** It becomes a ticket. */
    WARNING,
    /** It is worth knowing when one looks. */
    INFO;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
