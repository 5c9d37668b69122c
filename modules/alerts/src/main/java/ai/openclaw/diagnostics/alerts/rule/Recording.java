package ai.openclaw.diagnostics.alerts.rule;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/**
 * A query whose result is kept as a series.
 *
 * @param name {@code level:metric:operations}
 * @param expression the query
 * @param labels the labels that the series have
 */
public record Recording(String name, Expression expression, List<Label> labels) implements Rule {

    /** Returns the recorded series of a scope. */
    public Selector in(Scope scope) {
        return scope.recorded(name, labels);
    }

    /** Returns the value now, which a rule after this one reads from the record where the engine shows it at once. */
    public Expression now(Scope scope, Engine engine) {
        return engine.readsItsRecordsAtOnce() ? in(scope).value() : expression;
    }
}
