/**
 * Generates the recording and alert rules of {@code alerts/} from a compact definition that takes every name from the
 * catalog. It runs when the project is built, and ships in nothing that runs: no module may depend on it.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.alerts {
    requires static org.jspecify;
    requires ai.openclaw.diagnostics.promql;
}
