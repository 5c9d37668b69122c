/**
 * What a metric family is: its type, unit, labels and buckets, and the catalog that holds some of them.
 *
 * <p><b>Start here:</b> a {@link ai.openclaw.diagnostics.catalog.Catalog} has the families of a
 * {@link ai.openclaw.diagnostics.catalog.Profile}: it refuses two families that would claim one exposed name. Which families
 * there are is in {@code catalog.domain}, which depends on this package.
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
 * <p><b>Not here:</b> which event feeds which family (recording), which label values are allowed (the policy).
 */
package ai.openclaw.diagnostics.catalog;
