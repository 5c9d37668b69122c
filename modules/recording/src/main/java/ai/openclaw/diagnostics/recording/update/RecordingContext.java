package ai.openclaw.diagnostics.recording.update;

import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.store.SeriesStore;

/**
 * What recorders are made of.
 *
 * @param store where the series are
 * @param policy which label values may be
 * @param metrics updates the series
 * @param refusals counts label values that are refused
 * @param events counts events by type
 */
public record RecordingContext(
        SeriesStore store, LabelPolicy policy, MetricUpdater metrics, RefusalCounts refusals, EventCounts events) {

    /** Tells whether the profile has families of a group. */
    public boolean has(FamilyGroup group) {
        return !store.catalog().families(group).isEmpty();
    }

    /** Returns what finds the series of a group. */
    public SeriesResolver resolver(FamilyGroup group) {
        return new SeriesResolver(store, policy, group, refusals);
    }
}
