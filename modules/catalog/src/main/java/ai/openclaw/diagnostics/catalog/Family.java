package ai.openclaw.diagnostics.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A metric family: one name, one type, one unit, and the labels of its group. */
public final class Family {

    private final String name;
    private final FamilyType type;
    private final Unit unit;
    private final String help;
    private final FamilyGroup group;
    private final int slot;
    private final @Nullable Buckets buckets;

    Family(String name, FamilyType type, Unit unit, String help, FamilyGroup group, @Nullable Buckets buckets) {
        this.name = name;
        this.type = type;
        this.unit = unit;
        this.help = help;
        this.group = group;
        this.buckets = buckets;
        this.slot = group.add(this);
    }

    /** Returns the name in its {@code # TYPE} line, for a counter with {@code _total}. */
    public String name() {
        return name;
    }

    /** Returns the type. */
    public FamilyType type() {
        return type;
    }

    /** Returns the unit of its values. */
    public Unit unit() {
        return unit;
    }

    /** Returns one sentence in plain words, without line breaks. */
    public String help() {
        return help;
    }

    /** Returns the group whose labels this family has. */
    public FamilyGroup group() {
        return group;
    }

    /** Returns the index of this family within its group, from 0. */
    public int slot() {
        return slot;
    }

    /** Returns the labels, in the order of the exposition. */
    public List<Label> labels() {
        return group.labels();
    }

    /**
     * Returns the buckets of a histogram.
     *
     * @throws IllegalStateException if this family is not a histogram
     */
    public Buckets buckets() {
        if (buckets == null) {
            throw new IllegalStateException(name + " is a " + type.text() + " and has no buckets");
        }
        return buckets;
    }

    /**
     * Returns every name that an exposition of this family uses: those of its samples and, for a counter, the name
     * without {@code _total} under which OpenMetrics declares it.
     */
    public List<String> exposedNames() {
        return switch (type) {
            case COUNTER -> List.of(name, name.substring(0, name.length() - "_total".length()));
            case GAUGE -> List.of(name);
            case HISTOGRAM -> List.of(name, name + "_bucket", name + "_sum", name + "_count");
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
