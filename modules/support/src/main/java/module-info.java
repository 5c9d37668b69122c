/**
 * The support bundle: what the files of a Gateway tell without secrets, beside what a running Gateway adds, in a ZIP.
 * The command line composes it; it knows no Gateway class and no Vert.x, and works where no Gateway starts.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.support {
    requires static org.jspecify;
    requires transitive ai.openclaw.diagnostics.config;
    requires ai.openclaw.diagnostics.files;
    requires ai.openclaw.diagnostics.json5;
    requires ai.openclaw.diagnostics.policy;
    requires com.fasterxml.jackson.core;

    exports ai.openclaw.diagnostics.support;
}
