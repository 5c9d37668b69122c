/**
 * Who and what there is in the demo: agents, models, tools, channels; how often and how long, by chance.
 *
 * <p><b>Start here:</b> an {@link ai.openclaw.diagnostics.demo.cast.Origin} is where work comes from, an
 * {@link ai.openclaw.diagnostics.demo.cast.Agent} does it with a {@link ai.openclaw.diagnostics.demo.cast.Model} and
 * {@link ai.openclaw.diagnostics.demo.cast.Tool}s. {@link ai.openclaw.diagnostics.demo.cast.Dice} throw the numbers.
 *
 * <p><b>Threads:</b> everything is immutable but the dice, which one thread at a time uses.
 *
 * <p><b>Not here:</b> time, and the channel. This package depends on the events alone.
 */
package ai.openclaw.diagnostics.demo.cast;
