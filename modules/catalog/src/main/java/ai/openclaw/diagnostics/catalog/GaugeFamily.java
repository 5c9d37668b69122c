package ai.openclaw.diagnostics.catalog;

import java.util.List;

/** A value that goes up and down; the last one reported counts. */
public final class GaugeFamily extends Family {

    private GaugeFamily(String name, Unit unit, String help, FamilyGroup group, int slot, Profile since) {
        super(FamilyType.GAUGE, name, unit, help, group, slot, since);
    }

    /**
     * Returns a gauge.
     *
     * @param group the group whose labels it has
     * @param slot the index of the family within the group, from 0
     * @param help one sentence, without line breaks
     * @throws CatalogException if a name, the slot or the help is not as it must be
     */
    public static GaugeFamily of(FamilyGroup group, int slot, String name, Unit unit, String help) {
        return new GaugeFamily(name, unit, help, group, slot, Profile.V2026_5);
    }

    @Override
    public GaugeFamily since(Profile profile) {
        return new GaugeFamily(name(), unit(), help(), group(), slot(), profile);
    }

    @Override
    public List<String> exposedNames() {
        return List.of(name());
    }
}
