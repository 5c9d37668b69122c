/**
 * What the pictures show: the dashboards' documents, and what a Prometheus answers to their queries.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.preview.query.Prometheus} asks for what a dashboard's panel asks, through
 * a {@link ai.openclaw.diagnostics.preview.query.TimeLapse}, with its variables replaced.
 *
 * <p><b>Threads:</b> one.
 *
 * <p><b>Not here:</b> anything that is drawn.
 */
package ai.openclaw.diagnostics.preview.query;
