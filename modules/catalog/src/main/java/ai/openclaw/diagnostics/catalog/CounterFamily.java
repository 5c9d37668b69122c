package ai.openclaw.diagnostics.catalog;

import java.util.List;

/** A total that only grows. */
public final class CounterFamily extends Family {

    CounterFamily(String name, Unit unit, String help, FamilyGroup group, int slot, Profile since) {
        super(name, unit, help, group, slot, since);
    }

    @Override
    public FamilyType type() {
        return FamilyType.COUNTER;
    }

    @Override
    public CounterFamily since(Profile profile) {
        return new CounterFamily(name(), unit(), help(), group(), slot(), profile);
    }

    @Override
    public List<String> exposedNames() {
        String declared = name().substring(0, name().length() - "_total".length());
        return List.of(name(), declared, declared + "_created");
    }
}
