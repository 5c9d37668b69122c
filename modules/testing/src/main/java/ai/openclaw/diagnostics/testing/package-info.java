/**
 * What tests of several modules use.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.testing.Await} waits for what another thread or process does,
 * {@link ai.openclaw.diagnostics.testing.LogCapture} collects what a class logs,
 * {@link ai.openclaw.diagnostics.testing.Golden} holds messages against a file,
 * {@link ai.openclaw.diagnostics.testing.Ports} is for servers that cannot choose a port and for none at all,
 * {@link ai.openclaw.diagnostics.testing.Certificate} is for servers with HTTPS.
 *
 * <p><b>Threads:</b> each class says it; what it says nothing of is for one thread.
 *
 * <p><b>Not here:</b> what the tests of one module use; that is beside them.
 */
package ai.openclaw.diagnostics.testing;
