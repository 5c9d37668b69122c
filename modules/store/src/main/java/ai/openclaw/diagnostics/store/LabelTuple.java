package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.FamilyGroup;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The label values of one group: a key of the index. A label that is hidden or absent has the empty string for a value, and
 * so have the places beyond the group's labels: a look-up is straight code without arrays.
 */
abstract class LabelTuple {

    private final FamilyGroup group;
    private final int hash;
    final String v0;
    final String v1;
    final String v2;
    final String v3;
    final String v4;
    final String v5;
    final String v6;
    final String v7;

    LabelTuple(
            int hash,
            FamilyGroup group,
            String v0,
            String v1,
            String v2,
            String v3,
            String v4,
            String v5,
            String v6,
            String v7) {
        this.group = group;
        this.hash = hash;
        this.v0 = v0;
        this.v1 = v1;
        this.v2 = v2;
        this.v3 = v3;
        this.v4 = v4;
        this.v5 = v5;
        this.v6 = v6;
        this.v7 = v7;
    }

    /** As another tuple, with each value as the pool has it: equal values of all tuples are then one string in memory. */
    LabelTuple(LabelTuple other, UnaryOperator<String> pool) {
        this.group = other.group;
        this.hash = other.hash;
        this.v0 = pool.apply(other.v0);
        this.v1 = pool.apply(other.v1);
        this.v2 = pool.apply(other.v2);
        this.v3 = pool.apply(other.v3);
        this.v4 = pool.apply(other.v4);
        this.v5 = pool.apply(other.v5);
        this.v6 = pool.apply(other.v6);
        this.v7 = pool.apply(other.v7);
    }

    boolean matches(
            FamilyGroup otherGroup,
            String o0,
            String o1,
            String o2,
            String o3,
            String o4,
            String o5,
            String o6,
            String o7) {
        return group == otherGroup
                && v0.equals(o0)
                && v1.equals(o1)
                && v2.equals(o2)
                && v3.equals(o3)
                && v4.equals(o4)
                && v5.equals(o5)
                && v6.equals(o6)
                && v7.equals(o7);
    }

    /** Returns the hash by hash codes, by which the index looks first. */
    int hash() {
        return hash;
    }

    int hashOfCharacters(LabelHash hashes) {
        return hashes.ofCharacters(group, v0, v1, v2, v3, v4, v5, v6, v7);
    }

    FamilyGroup group() {
        return group;
    }

    /** Returns all values, those beyond the group's labels too. */
    List<String> values() {
        return List.of(v0, v1, v2, v3, v4, v5, v6, v7);
    }
}
