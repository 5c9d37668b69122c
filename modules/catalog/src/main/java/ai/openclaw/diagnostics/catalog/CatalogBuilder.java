package ai.openclaw.diagnostics.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects families into a {@link Catalog}. Each family claims every name that it exposes, so that a counter
 * {@code x_count} beside a histogram {@code x} is refused here and not by a scraper. Not for use by several threads.
 */
public final class CatalogBuilder {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final List<FamilyGroup> groups = new ArrayList<>();
    private final List<Family> families = new ArrayList<>();
    private final Map<String, Family> claims = new HashMap<>();
    private @Nullable Family dropCounter;

    CatalogBuilder() {}

    /** Opens a group of families with these labels. */
    public FamilyGroup group(Label... labels) {
        FamilyGroup group = new FamilyGroup(groups.size(), List.of(labels));
        groups.add(group);
        return group;
    }

    /** Adds a counter; its name must end in {@code _total}. */
    public Family counter(FamilyGroup group, String name, Unit unit, String help) {
        if (!name.endsWith("_total")) {
            throw new CatalogException("counter " + name + ": a counter's name must end in _total");
        }
        return add(new Family(checked(name, help), FamilyType.COUNTER, unit, help, group, null));
    }

    /** Adds a gauge. */
    public Family gauge(FamilyGroup group, String name, Unit unit, String help) {
        return add(new Family(notTotal(checked(name, help)), FamilyType.GAUGE, unit, help, group, null));
    }

    /** Adds a histogram. */
    public Family histogram(FamilyGroup group, String name, Unit unit, Buckets buckets, String help) {
        return add(new Family(notTotal(checked(name, help)), FamilyType.HISTOGRAM, unit, help, group, buckets));
    }

    /** Adds the counter of updates refused at the series cap. A catalog has exactly one. */
    public Family dropCounter(String name, String help) {
        if (dropCounter != null) {
            throw new CatalogException("drop counter " + name + ": there is one already, " + dropCounter.name());
        }
        dropCounter = counter(group(), name, Unit.ITEMS, help);
        return dropCounter;
    }

    /**
     * Returns the catalog. The builder must not be used afterwards.
     *
     * @throws CatalogException if there is no drop counter
     */
    public Catalog build() {
        if (dropCounter == null) {
            throw new CatalogException("catalog: no drop counter");
        }
        return new Catalog(groups, families, dropCounter);
    }

    private Family add(Family family) {
        for (String exposed : family.exposedNames()) {
            Family earlier = claims.putIfAbsent(exposed, family);
            if (earlier != null) {
                throw new CatalogException(
                        "family " + family.name() + ": the name " + exposed + " is claimed by " + earlier.name());
            }
        }
        families.add(family);
        return family;
    }

    private static String checked(String name, String help) {
        if (!NAME.matcher(name).matches()) {
            throw new CatalogException("family \"" + name + "\": must match " + NAME);
        }
        if (help.isBlank() || help.contains("\n")) {
            throw new CatalogException("family " + name + ": help must be one line of text");
        }
        return name;
    }

    private static String notTotal(String name) {
        if (name.endsWith("_total")) {
            throw new CatalogException("family " + name + ": only a counter's name may end in _total");
        }
        return name;
    }
}
