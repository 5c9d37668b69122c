/**
 * Decides whether a string may become a label value: bounded, harmless and free of secrets, session keys and
 * identifiers. It knows nothing of metrics; any module may depend on it, and it depends on none of the project.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.policy {
    requires static transitive org.jspecify;

    exports ai.openclaw.diagnostics.policy;
}
