/**
 * The Gateway's configuration file: read strictly, merged with flags and environment, edited without losing a comment.
 * Whoever starts or configures a Gateway may depend on it; it depends on no other module of the project.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.config {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;

    exports ai.openclaw.diagnostics.config;
}
