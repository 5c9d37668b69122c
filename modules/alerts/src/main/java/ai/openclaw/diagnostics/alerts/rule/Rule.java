package ai.openclaw.diagnostics.alerts.rule;

import ai.openclaw.diagnostics.promql.Expression;

/** A line of a rule group: what is evaluated, and what becomes of it. */
public sealed interface Rule permits Recording, Alert {

    /** Returns the name of the series or of the alert. */
    String name();

    /** Returns the query. */
    Expression expression();
}
