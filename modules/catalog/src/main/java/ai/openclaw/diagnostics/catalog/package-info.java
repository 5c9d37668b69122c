/**
 * The metric families as data.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.catalog.OpenClawCatalog} is the
 * {@link ai.openclaw.diagnostics.catalog.Catalog} of a {@link ai.openclaw.diagnostics.catalog.Profile}: it refuses two
 * families that would claim one exposed name. Families and groups are constants of one class for each domain, such as
 * {@link ai.openclaw.diagnostics.catalog.ModelMetrics}; labels are those of
 * {@link ai.openclaw.diagnostics.catalog.Labels}. To add a family, add it to its domain.
 *
 * <p><b>Vocabulary:</b> a {@link ai.openclaw.diagnostics.catalog.Family} is what Prometheus calls a metric: one name,
 * one type. A {@link ai.openclaw.diagnostics.catalog.FamilyGroup} is a tuple of labels and the families that are
 * always labelled with the same values of it, so that one event looks its series up once. A
 * {@link ai.openclaw.diagnostics.catalog.Unit} says in what a family counts, how finely its sums are kept and which
 * values make sense. {@link ai.openclaw.diagnostics.catalog.Buckets} are the upper bounds of a histogram, with the
 * text that each has in the label {@code le}.
 *
 * <p><b>Threads:</b> everything here is immutable once built and may be shared.
 *
 * <p><b>Allocation:</b> accessors return what they hold.
 *
 * <p><b>Compatibility:</b> names, types, label names, fallbacks and {@code le} texts are those of OpenClaw's
 * {@code diagnostics-prometheus} plugin; dashboards and alerts depend on each of them. Help texts are not part of it.
 *
 * <p><b>Not here:</b> which event feeds which family (recording), which label values are allowed (the policy).
 */
package ai.openclaw.diagnostics.catalog;
