/**
 * The Gateway's configuration file: read strictly, merged with flags and environment, edited without losing a comment.
 * What starts or configures a Gateway may depend on it; of the project it depends on json5 alone.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.config {
    requires static transitive org.jspecify;
    requires ai.openclaw.diagnostics.files;
    requires ai.openclaw.diagnostics.json5;

    exports ai.openclaw.diagnostics.config;
    exports ai.openclaw.diagnostics.config.source;
}
