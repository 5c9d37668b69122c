/**
 * Recorded events: read line by line, decoded, and published into a channel at a pace.
 * The command line plays recordings with it.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.replay {
    requires static org.jspecify;
    requires transitive ai.openclaw.diagnostics.events;
    requires ai.openclaw.diagnostics.config;

    exports ai.openclaw.diagnostics.replay;
}
