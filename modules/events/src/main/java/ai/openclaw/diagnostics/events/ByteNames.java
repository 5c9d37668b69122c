package ai.openclaw.diagnostics.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Finds a name among a few known ones by its UTF-8 bytes, without making a String of it. Immutable. */
final class ByteNames {

    private static final int NONE = -1;

    private final byte[][] names;
    private final int[] slots; // open addressing: the index of a name, or NONE
    private final int mask;

    private ByteNames(byte[][] names) {
        this.names = names;
        this.slots = new int[Integer.highestOneBit(Math.max(1, names.length)) * 4];
        this.mask = slots.length - 1;
        Arrays.fill(slots, NONE);
        for (int i = 0; i < names.length; i++) {
            int slot = hash(names[i], 0, names[i].length) & mask;
            while (slots[slot] != NONE) {
                slot = slot + 1 & mask;
            }
            slots[slot] = i;
        }
    }

    static ByteNames of(List<String> names) {
        return new ByteNames(names.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    /** Returns the index of the name that these bytes spell, or a negative number. */
    int find(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to) & mask;
        while (slots[slot] != NONE) {
            byte[] name = names[slots[slot]];
            if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return slots[slot];
            }
            slot = slot + 1 & mask;
        }
        return NONE;
    }

    /** Takes the ends and the length, which tell the known names apart; a long name costs no more than a short one. */
    private static int hash(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        int hash = 31 * (31 * length + bytes[from]) + bytes[to - 1];
        hash = 31 * hash + bytes[from + length / 2];
        return hash ^ hash >>> 7;
    }
}
