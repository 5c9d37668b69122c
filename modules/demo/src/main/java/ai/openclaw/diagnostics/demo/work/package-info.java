/**
 * The work of the demo's agents, from a message to its answer.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.demo.work.Traffic} lets messages come in; a {@code Turn} of a
 * {@code Session} waits in a lane and makes a {@code Run}, which calls a model, uses tools in a {@code ToolRound} and ends in
 * a {@code Delivery}. {@link ai.openclaw.diagnostics.demo.work.Talk} is a conversation by voice.
 *
 * <p><b>Threads:</b> one at a time.
 *
 * <p><b>Not here:</b> what happens without agents, in {@code demo.background}.
 */
package ai.openclaw.diagnostics.demo.work;
