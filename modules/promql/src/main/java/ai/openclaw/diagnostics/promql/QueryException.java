package ai.openclaw.diagnostics.promql;

/** A query that contradicts the catalog or the rules of PromQL. The message names the family, the rule and the value. */
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    QueryException(String message) {
        super(message);
    }
}
