/**
 * What tests of several modules use: waiting, golden files, certificates, captured logs. Tests alone may depend on it; it
 * depends on nothing of the project and is not published.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.testing {
    requires static org.jspecify;
    requires org.assertj.core;
    requires transitive java.logging;

    exports ai.openclaw.diagnostics.testing;
}
