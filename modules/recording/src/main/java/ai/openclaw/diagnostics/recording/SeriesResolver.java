package ai.openclaw.diagnostics.recording;

import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.catalog.LabelRule;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.store.LabeledSeries;
import ai.openclaw.diagnostics.store.SeriesStore;
import org.jspecify.annotations.Nullable;

/**
 * Finds the series for the raw label values of an event: the one place where the label policy stands before the store.
 *
 * <p>The policy leaves alone what it once admitted, so raw values that are the labels of a known series are fine as
 * they are: the store is asked first, and the policy judges only what the store does not know. Healthy traffic thus
 * costs one look-up and no judgement, and no memory beyond the store's own, whatever floods in.
 *
 * <p>Thread-safe; allocates only where a set of series is new or a value had to be trimmed.
 */
final class SeriesResolver {

    /** Longer values are never labels, so hashing them for the look-up would be for nothing. */
    private static final int LONGEST_LABEL = 120;

    private static final String UNUSED = "";

    private final SeriesStore store;
    private final LabelPolicy policy;
    private final Label[][] labels;
    private final String[][] fallbacks;

    SeriesResolver(SeriesStore store, LabelPolicy policy) {
        this.store = store;
        this.policy = policy;
        Catalog catalog = store.catalog();
        this.labels = catalog.groups().stream()
                .map(group -> group.labels().toArray(Label[]::new))
                .toArray(Label[][]::new);
        this.fallbacks =
                catalog.groups().stream().map(SeriesResolver::fallbacks).toArray(String[][]::new);
    }

    private static String[] fallbacks(FamilyGroup group) {
        String[] fallbacks = new String[FamilyGroup.MAX_LABELS];
        for (int i = 0; i < fallbacks.length; i++) {
            fallbacks[i] = i < group.labels().size() ? group.labels().get(i).fallback() : UNUSED;
        }
        return fallbacks;
    }

    LabeledSeries resolve(FamilyGroup group) {
        return resolve(group, UNUSED, UNUSED, UNUSED, UNUSED, UNUSED, UNUSED, UNUSED, UNUSED);
    }

    LabeledSeries resolve(FamilyGroup group, @Nullable String r0) {
        return resolve(group, r0, UNUSED, UNUSED, UNUSED, UNUSED, UNUSED, UNUSED, UNUSED);
    }

    LabeledSeries resolve(FamilyGroup group, @Nullable String r0, @Nullable String r1) {
        return resolve(group, r0, r1, UNUSED, UNUSED, UNUSED, UNUSED, UNUSED, UNUSED);
    }

    LabeledSeries resolve(FamilyGroup group, @Nullable String r0, @Nullable String r1, @Nullable String r2) {
        return resolve(group, r0, r1, r2, UNUSED, UNUSED, UNUSED, UNUSED, UNUSED);
    }

    LabeledSeries resolve(
            FamilyGroup group, @Nullable String r0, @Nullable String r1, @Nullable String r2, @Nullable String r3) {
        return resolve(group, r0, r1, r2, r3, UNUSED, UNUSED, UNUSED, UNUSED);
    }

    LabeledSeries resolve(
            FamilyGroup group,
            @Nullable String r0,
            @Nullable String r1,
            @Nullable String r2,
            @Nullable String r3,
            @Nullable String r4) {
        return resolve(group, r0, r1, r2, r3, r4, UNUSED, UNUSED, UNUSED);
    }

    LabeledSeries resolve(
            FamilyGroup group,
            @Nullable String r0,
            @Nullable String r1,
            @Nullable String r2,
            @Nullable String r3,
            @Nullable String r4,
            @Nullable String r5) {
        return resolve(group, r0, r1, r2, r3, r4, r5, UNUSED, UNUSED);
    }

    LabeledSeries resolve(
            FamilyGroup group,
            @Nullable String r0,
            @Nullable String r1,
            @Nullable String r2,
            @Nullable String r3,
            @Nullable String r4,
            @Nullable String r5,
            @Nullable String r6,
            @Nullable String r7) {
        String[] or = fallbacks[group.ordinal()];
        String v0 = r0 == null ? or[0] : r0;
        String v1 = r1 == null ? or[1] : r1;
        String v2 = r2 == null ? or[2] : r2;
        String v3 = r3 == null ? or[3] : r3;
        String v4 = r4 == null ? or[4] : r4;
        String v5 = r5 == null ? or[5] : r5;
        String v6 = r6 == null ? or[6] : r6;
        String v7 = r7 == null ? or[7] : r7;
        if (withinLengthLimit(v0, v1, v2, v3) && withinLengthLimit(v4, v5, v6, v7)) {
            LabeledSeries known = store.find(group, v0, v1, v2, v3, v4, v5, v6, v7);
            if (known != null) {
                return known;
            }
        }
        return sanitized(group, v0, v1, v2, v3, v4, v5, v6, v7);
    }

    private static boolean withinLengthLimit(String a, String b, String c, String d) {
        return a.length() <= LONGEST_LABEL
                && b.length() <= LONGEST_LABEL
                && c.length() <= LONGEST_LABEL
                && d.length() <= LONGEST_LABEL;
    }

    private LabeledSeries sanitized(
            FamilyGroup group, String v0, String v1, String v2, String v3, String v4, String v5, String v6, String v7) {
        Label[] of = labels[group.ordinal()];
        return store.getOrReserve(
                group,
                sanitized(of, 0, v0),
                sanitized(of, 1, v1),
                sanitized(of, 2, v2),
                sanitized(of, 3, v3),
                sanitized(of, 4, v4),
                sanitized(of, 5, v5),
                sanitized(of, 6, v6),
                sanitized(of, 7, v7));
    }

    private String sanitized(Label[] of, int index, String value) {
        if (index >= of.length) {
            return UNUSED;
        }
        Label label = of[index];
        return label.rule() == LabelRule.LANE
                ? policy.admitLane(value, label.fallback())
                : policy.admit(value, label.fallback());
    }
}
