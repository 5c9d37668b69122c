package ai.openclaw.diagnostics.catalog;

import java.util.List;

/** A value that goes up and down; the last one reported counts. */
public final class GaugeFamily extends Family {

    GaugeFamily(String name, Unit unit, String help, FamilyGroup group, int slot, Profile since) {
        super(name, unit, help, group, slot, since);
    }

    @Override
    public FamilyType type() {
        return FamilyType.GAUGE;
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
