/**
 * Takes connections in for HTTP servers: a client that opens connections without sending requests costs the acceptor a few
 * microseconds each, and the event loops that answer requests nothing.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.http.accept.HeadFirstTransport}, the transport of a Vert.x instance whose
 * servers do so.
 *
 * <p><b>Threads:</b> all but {@link ai.openclaw.diagnostics.http.accept.HeadFirstChannel} is confined to the acceptor's thread.
 *
 * <p><b>Limits:</b> {@link ai.openclaw.diagnostics.http.accept.AcceptLimits}. What follows the first request is limited by
 * {@code ai.openclaw.diagnostics.http.route}.
 */
package ai.openclaw.diagnostics.http.accept;
