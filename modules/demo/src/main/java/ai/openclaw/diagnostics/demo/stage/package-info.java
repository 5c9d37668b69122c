/**
 * What all actors of the demo share: the timeline, the lanes, the health of the providers, and the way to the channel.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.demo.stage.Stage}, which actors plan their steps on and publish by.
 *
 * <p><b>Threads:</b> one at a time; no step waits.
 *
 * <p><b>Not here:</b> the actors; they depend on this package.
 */
package ai.openclaw.diagnostics.demo.stage;
