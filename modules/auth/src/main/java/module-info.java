/**
 * Operator authentication: what a caller presents, from which address, and how often it may be wrong.
 * The Gateway composes it; nothing here knows plugins or the command line.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.auth {
    requires static org.jspecify;
    requires ai.openclaw.diagnostics.files;
    requires transitive ai.openclaw.diagnostics.config;
    requires ai.openclaw.diagnostics.http;
    requires io.vertx.auth.common;
    requires transitive io.vertx.core;
    requires transitive io.vertx.web;

    exports ai.openclaw.diagnostics.auth;
}
