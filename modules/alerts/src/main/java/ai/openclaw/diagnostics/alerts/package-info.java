/**
 * The generator of what stands in the folder of this name at the top of the project.
 *
 * <p><b>Start here:</b> see the classes named after the files.
 *
 * <p><b>Threads:</b> one.
 */
package ai.openclaw.diagnostics.alerts;
