package ai.openclaw.diagnostics.catalog;

import java.util.List;
import java.util.Optional;

/** An immutable collection of metric families without clashes; see {@link OpenClawCatalog} for the one in use. */
public final class Catalog {

    private final List<FamilyGroup> groups;
    private final List<Family> families;
    private final Family dropCounter;

    Catalog(List<FamilyGroup> groups, List<Family> families, Family dropCounter) {
        this.groups = List.copyOf(groups);
        this.families = List.copyOf(families);
        this.dropCounter = dropCounter;
    }

    /** Returns an empty builder. */
    public static CatalogBuilder builder() {
        return new CatalogBuilder();
    }

    /** Returns the groups, each at the index that is its {@link FamilyGroup#ordinal()}. */
    public List<FamilyGroup> groups() {
        return groups;
    }

    /** Returns all families in the order of the exposition, the {@link #dropCounter()} among them. */
    public List<Family> families() {
        return families;
    }

    /** Returns the family that counts the updates refused at the series cap; it has no labels and no series of its own. */
    public Family dropCounter() {
        return dropCounter;
    }

    /** Returns the family of this name, if there is one. */
    public Optional<Family> family(String name) {
        return families.stream().filter(family -> family.name().equals(name)).findFirst();
    }
}
