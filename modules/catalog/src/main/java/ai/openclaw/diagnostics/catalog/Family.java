package ai.openclaw.diagnostics.catalog;

import java.util.List;
import java.util.regex.Pattern;

/** A metric family: one name, one type, one unit, and the labels of its group. Immutable. */
public abstract sealed class Family permits CounterFamily, GaugeFamily, HistogramFamily {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final FamilyType type;
    private final String name;
    private final Unit unit;
    private final String help;
    private final FamilyGroup group;
    private final int slot;
    private final Profile since;

    Family(FamilyType type, String name, Unit unit, String help, FamilyGroup group, int slot, Profile since) {
        this.type = type;
        this.name = name;
        this.unit = unit;
        this.help = help;
        this.group = group;
        this.slot = slot;
        this.since = since;
        if (!NAME.matcher(name).matches()) {
            throw new CatalogException("family \"" + name + "\": must match " + NAME);
        }
        if (help.isBlank() || help.contains("\n")) {
            throw new CatalogException("family " + name + ": help must be one line of text");
        }
        if (slot < 0 || slot >= FamilyGroup.MAX_FAMILIES) {
            throw new CatalogException(
                    "family " + name + ": slot " + slot + " must be 0 to " + (FamilyGroup.MAX_FAMILIES - 1));
        }
        if (name.endsWith("_total") != (type == FamilyType.COUNTER)) {
            throw new CatalogException("family " + name + ": a counter's name must end in _total, and no other may");
        }
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

    /** Returns the first profile that has this family. */
    public Profile since() {
        return since;
    }

    /** Returns this family, absent from the profiles before this one. */
    public abstract Family since(Profile profile);

    /** Returns the labels of every profile, in the order of the exposition. */
    public List<Label> labels() {
        return group.labels();
    }

    /**
     * Returns every name that an exposition of this family uses: those of its samples and, for a counter, the name
     * without {@code _total} under which OpenMetrics declares it. In OpenMetrics counters and histograms also have a
     * {@code _created} sample.
     */
    public abstract List<String> exposedNames();

    @Override
    public String toString() {
        return name;
    }
}
