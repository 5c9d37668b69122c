package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.FamilyGroup;
import java.util.SplittableRandom;

/**
 * The two hashes of a label tuple, both seeded at random for each store, so that no choice of label values makes look-ups
 * slow.
 *
 * <p>The first one mixes the strings' own hash codes, which most strings have cached. Strings of equal hash code are easy
 * to make, and collide in it. The second one reads every character: for values of up to 127 characters, two tuples
 * collide with a probability of 2<sup>-32</sup> whatever they are, since the factors are secret.
 */
final class LabelHash {

    private static final int FACTORS_PER_VALUE = 128;
    private static final int LENGTH_FACTOR = FACTORS_PER_VALUE - 1;

    private final int mask;
    private final long multiplier;
    private final long addend;
    private final long[] factors = new long[FamilyGroup.MAX_LABELS * FACTORS_PER_VALUE];

    /** @param mask all ones; tests clear bits to force collisions */
    LabelHash(int mask) {
        SplittableRandom random = new SplittableRandom();
        this.mask = mask;
        this.multiplier = random.nextLong() | 1;
        this.addend = random.nextLong();
        for (int i = 0; i < factors.length; i++) {
            factors[i] = random.nextLong();
        }
    }

    /** Mixes the hash codes of all values; the factors are odd and unrelated, so that swapped values differ. */
    int ofHashCodes(
            FamilyGroup group, String v0, String v1, String v2, String v3, String v4, String v5, String v6, String v7) {
        int h = group.hashCode() * 0x9E3779B1
                + v0.hashCode() * 0x85EBCA77
                + v1.hashCode() * 0xC2B2AE3D
                + v2.hashCode() * 0x27D4EB2F
                + v3.hashCode() * 0x165667B1
                + v4.hashCode() * 0xD3A2646D
                + v5.hashCode() * 0xFD7046C5
                + v6.hashCode() * 0xB55A4F09
                + v7.hashCode() * 0x7FEB352D;
        return (int) ((h & 0xFFFF_FFFFL) * multiplier + addend >>> 32) & mask;
    }

    /** Mixes all characters of all values. */
    int ofCharacters(
            FamilyGroup group, String v0, String v1, String v2, String v3, String v4, String v5, String v6, String v7) {
        long h = group.hashCode() * multiplier
                + of(v0, 0)
                + of(v1, 1)
                + of(v2, 2)
                + of(v3, 3)
                + of(v4, 4)
                + of(v5, 5)
                + of(v6, 6)
                + of(v7, 7);
        return (int) (h >>> 32) & mask;
    }

    private long of(String value, int index) {
        int from = index * FACTORS_PER_VALUE;
        int length = value.length();
        long h = length * factors[from + LENGTH_FACTOR];
        for (int i = 0; i < length; i++) {
            h += value.charAt(i) * factors[from + i % FACTORS_PER_VALUE];
        }
        return h;
    }
}
