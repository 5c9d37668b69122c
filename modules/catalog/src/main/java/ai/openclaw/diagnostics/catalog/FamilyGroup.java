package ai.openclaw.diagnostics.catalog;

import java.util.List;

/**
 * A tuple of labels, shared by the families that are always labelled with the same values of it. Immutable.
 *
 * <p>An event that feeds a duration and a count finds both series by one look-up, since they share the tuple. Two groups
 * are equal only if they are the same object.
 */
public final class FamilyGroup {

    /** The most labels that a group may have; the store's look-up is written out for as many. */
    public static final int MAX_LABELS = 8;

    /** The most families that a group may have: the store keeps a bit for each. */
    static final int MAX_FAMILIES = 32;

    private final List<Label> labels;

    private FamilyGroup(List<Label> labels) {
        this.labels = labels;
        if (labels.size() > MAX_LABELS) {
            throw new CatalogException("group of " + labels.size() + " labels: at most " + MAX_LABELS);
        }
        if (labels.stream().map(Label::name).distinct().count() < labels.size()) {
            throw new CatalogException("group " + this + ": a label is there twice");
        }
    }

    /** Returns a group with these labels, in the order of the exposition. */
    public static FamilyGroup of(Label... labels) {
        return new FamilyGroup(List.of(labels));
    }

    /** Returns the labels of every profile, in the order of the tuple, which is also that of the exposition. */
    public List<Label> labels() {
        return labels;
    }

    @Override
    public String toString() {
        return labels.stream().map(Label::name).toList().toString();
    }
}
