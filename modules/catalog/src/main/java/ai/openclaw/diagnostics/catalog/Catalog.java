package ai.openclaw.diagnostics.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metric families of one profile. Immutable.
 *
 * <p>Each family claims every name that it exposes, so that a counter {@code x_count_total} beside a histogram {@code x} is
 * refused here and not by a scraper.
 */
public final class Catalog {

    private final Profile profile;
    private final List<Family> families;
    private final Map<FamilyGroup, List<Family>> groups;
    private final CounterFamily dropCounter;

    private Catalog(Profile profile, List<Family> families, CounterFamily dropCounter) {
        this.profile = profile;
        this.families = families;
        this.groups = bySlot(families);
        this.dropCounter = dropCounter;
    }

    /**
     * Returns the catalog of those of these families that the profile has.
     *
     * @param families in the order of the exposition
     * @param dropCounter one of them: it counts the updates refused at the series cap
     * @throws CatalogException if two families would expose one name or have one slot of a group, a slot is left out, or
     *     the drop counter is not among the families, is not alone in its group, or has labels
     */
    public static Catalog of(Profile profile, List<Family> families, CounterFamily dropCounter) {
        List<Family> visible =
                families.stream().filter(family -> profile.has(family.since())).toList();
        checkNames(visible);
        Catalog catalog = new Catalog(profile, visible, dropCounter);
        if (!catalog.families(dropCounter.group()).equals(List.of(dropCounter))
                || !dropCounter.labels().isEmpty()) {
            throw new CatalogException("drop counter " + dropCounter + ": must be a family, alone and without labels");
        }
        return catalog;
    }

    private static void checkNames(List<Family> families) {
        Map<String, Family> claims = new HashMap<>();
        for (Family family : families) {
            for (String exposed : family.exposedNames()) {
                Family earlier = claims.putIfAbsent(exposed, family);
                if (earlier != null) {
                    throw new CatalogException(
                            "family " + family + ": the name " + exposed + " is claimed by " + earlier);
                }
            }
        }
    }

    private static Map<FamilyGroup, List<Family>> bySlot(List<Family> families) {
        Map<FamilyGroup, List<@Nullable Family>> groups = new LinkedHashMap<>();
        for (Family family : families) {
            List<@Nullable Family> slots = groups.computeIfAbsent(family.group(), group -> new ArrayList<>());
            while (slots.size() <= family.slot()) {
                slots.add(null);
            }
            Family earlier = slots.set(family.slot(), family);
            if (earlier != null) {
                throw new CatalogException(
                        "family " + family + ": slot " + family.slot() + " of its group is that of " + earlier);
            }
        }
        Map<FamilyGroup, List<Family>> checked = new LinkedHashMap<>();
        groups.forEach((group, slots) -> {
            int free = slots.indexOf(null);
            if (free >= 0) {
                throw new CatalogException("group " + group + ": slot " + free + " has no family");
            }
            checked.put(group, List.copyOf(slots));
        });
        return checked;
    }

    /** Returns the profile. */
    public Profile profile() {
        return profile;
    }

    /** Returns the groups, in the order of their first families. */
    public List<FamilyGroup> groups() {
        return List.copyOf(groups.keySet());
    }

    /** Returns all families in the order of the exposition, the {@link #dropCounter()} among them. */
    public List<Family> families() {
        return families;
    }

    /** Returns the families of a group, each at the index that is its {@link Family#slot()}; empty if it is not of here. */
    public List<Family> families(FamilyGroup group) {
        return groups.getOrDefault(group, List.of());
    }

    /** Returns the labels of a group that the profile has, in the order of the exposition. */
    public List<Label> labels(FamilyGroup group) {
        return group.labels().stream()
                .filter(label -> profile.has(label.since()))
                .toList();
    }

    /** Returns the family that counts the updates refused at the series cap; it has no labels and no label values. */
    public CounterFamily dropCounter() {
        return dropCounter;
    }

    /** Returns the family of this name, if there is one. */
    public Optional<Family> family(String name) {
        return families.stream().filter(family -> family.name().equals(name)).findFirst();
    }
}
