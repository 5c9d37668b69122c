/**
 * The status of a Gateway, as JSON and as a page.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.operator.StatusReport} puts the sections of the status together, those
 * of this package and those that a Gateway adds; {@link ai.openclaw.diagnostics.operator.StatusRoute} serves it, and
 * {@link ai.openclaw.diagnostics.operator.PageRoute} the page that shows it.
 *
 * <p><b>Threads:</b> a status and a support report are put together and encoded on a worker thread each, one at a time, on
 * request; nothing is computed before. The event loop sends their bytes.
 *
 * <p><b>Limits:</b> of a label the ten values with most series are shown; requests that come while a status is put together
 * share it.
 *
 * <p><b>Not here:</b> what is counted (recording, store, the exporters), how a caller is authenticated (the Gateway).
 */
package ai.openclaw.diagnostics.operator;
