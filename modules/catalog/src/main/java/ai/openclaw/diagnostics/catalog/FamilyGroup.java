package ai.openclaw.diagnostics.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A tuple of labels and the families that are always labelled with the same values of it.
 *
 * <p>An event that feeds a duration and a count finds both series by one look-up, since they share the tuple.
 */
public final class FamilyGroup {

    /** The most labels that a group may have; the store's look-up is written out for as many. */
    public static final int MAX_LABELS = 8;

    private final int ordinal;
    private final List<Label> labels;
    private final List<Family> families = new ArrayList<>();

    FamilyGroup(int ordinal, List<Label> labels) {
        this.ordinal = ordinal;
        this.labels = List.copyOf(labels);
        if (labels.size() > MAX_LABELS) {
            throw new CatalogException("group of " + labels.size() + " labels: at most " + MAX_LABELS);
        }
        if (labels.stream().map(Label::name).distinct().count() < labels.size()) {
            throw new CatalogException("group " + names() + ": a label stands twice");
        }
    }

    /** Adds a family while the catalog is being built, and returns its slot. */
    int add(Family family) {
        families.add(family);
        return families.size() - 1;
    }

    /** Returns the position of this group within its catalog, from 0. */
    public int ordinal() {
        return ordinal;
    }

    /** Returns the labels in the order of the tuple, which is also the order of the exposition. */
    public List<Label> labels() {
        return labels;
    }

    /** Returns the families of this group, each at the index that is its {@link Family#slot()}. */
    public List<Family> families() {
        return Collections.unmodifiableList(families);
    }

    private List<String> names() {
        return labels.stream().map(Label::name).toList();
    }

    @Override
    public String toString() {
        return names().toString();
    }
}
