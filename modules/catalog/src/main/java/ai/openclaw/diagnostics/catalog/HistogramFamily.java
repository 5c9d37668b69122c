package ai.openclaw.diagnostics.catalog;

import java.util.List;

/** Observations, counted in buckets. */
public final class HistogramFamily extends Family {

    private final Buckets buckets;

    private HistogramFamily(
            String name, Unit unit, Buckets buckets, String help, FamilyGroup group, int slot, Profile since) {
        super(FamilyType.HISTOGRAM, name, unit, help, group, slot, since);
        this.buckets = buckets;
    }

    /**
     * Returns a histogram.
     *
     * @param group the group whose labels it has
     * @param slot the index of the family within the group, from 0
     * @param help one sentence, without line breaks
     * @throws CatalogException if a name, the slot or the help is not as it must be
     */
    public static HistogramFamily of(
            FamilyGroup group, int slot, String name, Unit unit, Buckets buckets, String help) {
        return new HistogramFamily(name, unit, buckets, help, group, slot, Profile.V2026_5);
    }

    /** Returns the buckets. */
    public Buckets buckets() {
        return buckets;
    }

    @Override
    public HistogramFamily since(Profile profile) {
        return new HistogramFamily(name(), unit(), buckets, help(), group(), slot(), profile);
    }

    @Override
    public List<String> exposedNames() {
        return List.of(name(), name() + "_bucket", name() + "_sum", name() + "_count", name() + "_created");
    }
}
