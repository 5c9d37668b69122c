package ai.openclaw.diagnostics.catalog;

import java.util.List;

/** A total that only grows. */
public final class CounterFamily extends Family {

    private CounterFamily(String name, Unit unit, String help, FamilyGroup group, int slot, Profile since) {
        super(FamilyType.COUNTER, name, unit, help, group, slot, since);
    }

    /**
     * Returns a counter; its name must end in {@code _total}.
     *
     * @param group the group whose labels it has
     * @param slot the index of the family within the group, from 0
     * @param help one sentence, without line breaks
     * @throws CatalogException if a name, the slot or the help is not as it must be
     */
    public static CounterFamily of(FamilyGroup group, int slot, String name, Unit unit, String help) {
        return new CounterFamily(name, unit, help, group, slot, Profile.V2026_5);
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
