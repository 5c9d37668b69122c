package ai.openclaw.diagnostics.catalog;

import java.util.List;

/** Observations, counted in buckets. */
public final class HistogramFamily extends Family {

    private final Buckets buckets;

    HistogramFamily(String name, Unit unit, Buckets buckets, String help, FamilyGroup group, int slot, Profile since) {
        super(name, unit, help, group, slot, since);
        this.buckets = buckets;
    }

    /** Returns the buckets. */
    public Buckets buckets() {
        return buckets;
    }

    @Override
    public FamilyType type() {
        return FamilyType.HISTOGRAM;
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
