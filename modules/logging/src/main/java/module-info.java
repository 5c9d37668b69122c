/**
 * The log of the process on standard error and in a file: text or JSON, an entry a line, repeated faults once a minute.
 * Requires nothing of the project, and no Vert.x: a host of any kind may use it.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.logging {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires transitive java.logging;

    exports ai.openclaw.diagnostics.logging;
}
