/**
 * A believable agent workload, for a Gateway without agents: a story told in events. Anything with a channel can play it;
 * it depends on the events alone.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.demo {
    requires static org.jspecify;
    requires transitive ai.openclaw.diagnostics.events;
    requires java.management;

    exports ai.openclaw.diagnostics.demo;
    exports ai.openclaw.diagnostics.demo.fault;
}
