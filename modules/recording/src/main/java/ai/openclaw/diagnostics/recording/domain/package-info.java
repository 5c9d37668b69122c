/**
 * Which event updates which families: a recorder for each domain of the catalog (models, runs, tools, messages …). Not exported.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.recording.domain.RunRecorder} is a short one. A recorder registers a
 * handler for each type of event of its domain; the handler names families and label values, in the order in which the cap
 * admits them.
 *
 * <p><b>Threads:</b> handlers run on any number of publishers' threads at once; a recorder has no state but what it is made of.
 *
 * <p><b>Allocation:</b> none for an event whose series are known.
 *
 * <p><b>Not here:</b> how a label value becomes a label and a number a sample, see
 * {@link ai.openclaw.diagnostics.recording.update}.
 */
package ai.openclaw.diagnostics.recording.domain;
