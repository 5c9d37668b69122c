/**
 * Which event updates which families with which labels, behind the label policy. It depends on events, catalog, policy and
 * store; an exporter depends on it and reads the store.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.recording {
    requires static org.jspecify;
    requires transitive ai.openclaw.diagnostics.events;
    requires transitive ai.openclaw.diagnostics.policy;
    requires transitive ai.openclaw.diagnostics.store;

    exports ai.openclaw.diagnostics.recording;
}
