package ai.openclaw.diagnostics.recording.update;

import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.catalog.LabelRule;
import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.policy.PolicyRule;
import ai.openclaw.diagnostics.policy.RefusalListener;
import ai.openclaw.diagnostics.store.LabeledSeries;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the series of one group for the raw label values of an event: the one place where the label policy comes before
 * the store.
 *
 * <p>The policy leaves alone what it once admitted, so raw values that are the labels of a known series are fine as
 * they are: the store is asked first, and the policy sees only what the store does not know. Healthy traffic thus
 * costs one look-up and no policy, and no memory beyond the store's own, whatever floods in.
 *
 * <p>The key of a series has the empty string for a label that the store's profile hides, whatever the event says, and for
 * an optional label of which the event has no value; neither is exposed. So recorders are the same for all profiles.
 *
 * <p>Thread-safe; allocates only where a tuple is new or a value had to be trimmed.
 */
public final class SeriesResolver {

    /**
     * Longer values are never labels, so hashing them for the look-up would be for nothing. All bits are ones: a length is
     * beyond it if it has any other bit, and so do all lengths of a tuple or'ed together.
     */
    private static final int MAX_LENGTH_TO_LOOK_UP = (1 << 7) - 1;

    /** The value of a label that is hidden or absent, and beyond the labels. */
    private static final String NONE = "";

    private final SeriesStore store;
    private final LabelPolicy policy;
    private final FamilyGroup group;
    private final List<Label> labels;

    /** By label: what replaces a value that is absent. */
    private final String[] defaults = new String[FamilyGroup.MAX_LABELS];

    /** By label: what counts its refused values. */
    private final RefusalListener[] refusals = new RefusalListener[FamilyGroup.MAX_LABELS];

    /** A bit for each label that is hidden. */
    private final int hidden;

    SeriesResolver(SeriesStore store, LabelPolicy policy, FamilyGroup group, RefusalCounts refusals) {
        this.store = store;
        this.policy = policy;
        this.group = group;
        this.labels = group.labels();
        Profile profile = store.catalog().profile();
        for (int i = 0; i < labels.size(); i++) {
            this.refusals[i] = refusals.of(labels.get(i).name());
        }
        int bits = 0;
        for (int i = 0; i < defaults.length; i++) {
            boolean isHidden = i >= labels.size() || !profile.has(labels.get(i).since());
            defaults[i] =
                    isHidden || labels.get(i).optional() ? NONE : labels.get(i).fallback();
            bits |= isHidden && i < labels.size() ? 1 << i : 0;
        }
        this.hidden = bits;
    }

    /** As with eight values, for a group of no labels. */
    public LabeledSeries resolve() {
        return resolve(NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
    }

    /** As with eight values, for a group of one label. */
    public LabeledSeries resolve(@Nullable String r0) {
        return resolve(r0, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
    }

    /** As with eight values, for a group of two labels. */
    public LabeledSeries resolve(@Nullable String r0, @Nullable String r1) {
        return resolve(r0, r1, NONE, NONE, NONE, NONE, NONE, NONE);
    }

    /** As with eight values, for a group of three labels. */
    public LabeledSeries resolve(@Nullable String r0, @Nullable String r1, @Nullable String r2) {
        return resolve(r0, r1, r2, NONE, NONE, NONE, NONE, NONE);
    }

    /** As with eight values, for a group of four labels. */
    public LabeledSeries resolve(@Nullable String r0, @Nullable String r1, @Nullable String r2, @Nullable String r3) {
        return resolve(r0, r1, r2, r3, NONE, NONE, NONE, NONE);
    }

    /** As with eight values, for a group of five labels. */
    public LabeledSeries resolve(
            @Nullable String r0, @Nullable String r1, @Nullable String r2, @Nullable String r3, @Nullable String r4) {
        return resolve(r0, r1, r2, r3, r4, NONE, NONE, NONE);
    }

    /** As with eight values, for a group of six labels. */
    public LabeledSeries resolve(
            @Nullable String r0,
            @Nullable String r1,
            @Nullable String r2,
            @Nullable String r3,
            @Nullable String r4,
            @Nullable String r5) {
        return resolve(r0, r1, r2, r3, r4, r5, NONE, NONE);
    }

    /** As with eight values, for a group of seven labels. */
    public LabeledSeries resolve(
            @Nullable String r0,
            @Nullable String r1,
            @Nullable String r2,
            @Nullable String r3,
            @Nullable String r4,
            @Nullable String r5,
            @Nullable String r6) {
        return resolve(r0, r1, r2, r3, r4, r5, r6, NONE);
    }

    /**
     * Returns the series of these raw values, in the order of the group's labels. A missing value is null, and becomes the
     * label's fallback; a value that the policy refuses does, too. Beyond the cap it is a series that counts what is dropped.
     */
    public LabeledSeries resolve(
            @Nullable String r0,
            @Nullable String r1,
            @Nullable String r2,
            @Nullable String r3,
            @Nullable String r4,
            @Nullable String r5,
            @Nullable String r6,
            @Nullable String r7) {
        String[] or = defaults;
        int none = hidden;
        String v0 = r0 == null || (none & 1) != 0 ? or[0] : r0;
        String v1 = r1 == null || (none & 1 << 1) != 0 ? or[1] : r1;
        String v2 = r2 == null || (none & 1 << 2) != 0 ? or[2] : r2;
        String v3 = r3 == null || (none & 1 << 3) != 0 ? or[3] : r3;
        String v4 = r4 == null || (none & 1 << 4) != 0 ? or[4] : r4;
        String v5 = r5 == null || (none & 1 << 5) != 0 ? or[5] : r5;
        String v6 = r6 == null || (none & 1 << 6) != 0 ? or[6] : r6;
        String v7 = r7 == null || (none & 1 << 7) != 0 ? or[7] : r7;
        return find(v0, v1, v2, v3, v4, v5, v6, v7);
    }

    private LabeledSeries find(String v0, String v1, String v2, String v3, String v4, String v5, String v6, String v7) {
        if ((lengths(v0, v1, v2, v3) | lengths(v4, v5, v6, v7)) <= MAX_LENGTH_TO_LOOK_UP) {
            LabeledSeries known = store.find(group, v0, v1, v2, v3, v4, v5, v6, v7);
            if (known != null) {
                return known;
            }
        }
        return store.getOrReserve(
                group,
                sanitized(0, v0),
                sanitized(1, v1),
                sanitized(2, v2),
                sanitized(3, v3),
                sanitized(4, v4),
                sanitized(5, v5),
                sanitized(6, v6),
                sanitized(7, v7));
    }

    private static int lengths(String a, String b, String c, String d) {
        return a.length() | b.length() | c.length() | d.length();
    }

    /** Returns the only label of this group that an event's value becomes. */
    public String label(@Nullable String raw) {
        return sanitized(0, raw == null ? defaults[0] : raw);
    }

    /** Returns the value, or what replaces it if the policy refuses it or it is not in the label's closed set. */
    private String sanitized(int index, String value) {
        if (value.isEmpty() && defaults[index].isEmpty()) {
            return NONE;
        }
        Label label = labels.get(index);
        String admitted = label.rule() == LabelRule.LANE
                ? policy.admitLane(value, label.fallback(), refusals[index])
                : policy.admit(value, label.fallback(), refusals[index]);
        if (label.admits(admitted, store.catalog().profile())) {
            return admitted;
        }
        if (!admitted.equals(label.fallback())) { // else the policy refused it, which is counted
            refusals[index].refused(PolicyRule.CLOSED_SET);
        }
        return label.fallback();
    }
}
