/**
 * The families of the exporter, by what they tell of.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog} has them all. Families and groups are
 * constants of one class for each domain, such as {@link ai.openclaw.diagnostics.catalog.domain.ModelMetrics}; labels are
 * those of {@link ai.openclaw.diagnostics.catalog.domain.Labels}. To add a family, add it to its domain.
 *
 * <p><b>Threads:</b> everything here is immutable and may be shared.
 *
 * <p><b>Compatibility:</b> names, types, label names, fallbacks and {@code le} texts are those of OpenClaw's
 * {@code diagnostics-prometheus} plugin; dashboards and alerts depend on each of them. Help texts are not part of it.
 *
 * <p><b>Not here:</b> what a family is, in {@code catalog}; which event feeds which family (recording); which label values
 * are allowed (the policy).
 */
package ai.openclaw.diagnostics.catalog.domain;
