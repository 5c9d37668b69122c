/**
 * What an operator sees in a shell: the status as text, a check list of this machine, the log, and the client that asks the
 * Gateway. The command line is its front; it knows no Gateway class and no Vert.x, so that a health check starts fast.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.console {
    requires static org.jspecify;
    requires ai.openclaw.diagnostics.files;
    requires transitive ai.openclaw.diagnostics.config;
    requires ai.openclaw.diagnostics.json5;
    requires ai.openclaw.diagnostics.policy;

    exports ai.openclaw.diagnostics.console;
}
