package ai.openclaw.diagnostics.otlp;

/**
 * Reads how many items a receiver rejected, from its answer: a message whose field 1 is a message whose field 1 is that number. The
 * same for all signals. Other fields are passed over. Never throws; an answer that is something else counts as 0.
 */
final class PartialSuccess {

    private static final int MAX_REJECTED = Integer.MAX_VALUE;
    private static final int FIELD = 1;

    // wire types of Protocol Buffers
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    private final byte[] bytes;
    private int at;
    private int end;

    private PartialSuccess(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length;
    }

    /** Returns how many items were rejected; 0 for more than a request can hold. */
    static long rejected(byte[] answer) {
        return new PartialSuccess(answer).read();
    }

    private long read() {
        long size = find(LENGTH);
        if (size <= 0) {
            return 0;
        }
        end = at + (int) size;
        long rejected = find(VARINT);
        return rejected <= MAX_REJECTED ? Math.max(0, rejected) : 0;
    }

    /** Returns the value of the field, or its length after which its content begins; 0 if it is absent or cut off. */
    private long find(int type) {
        while (at < end) {
            long key = varint();
            if (key == (FIELD << 3 | type)) {
                long value = varint();
                return type == LENGTH && value > end - at ? 0 : value;
            }
            skip((int) key & 7);
        }
        return 0;
    }

    private void skip(int type) {
        if (type == VARINT) {
            varint();
            return;
        }
        long size = switch (type) {
            case EIGHT_BYTES -> Long.BYTES;
            case LENGTH -> varint();
            case FOUR_BYTES -> Integer.BYTES;
            default -> end; // ends the reading
        };
        at = size < 0 || size > end - at ? end : at + (int) size;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE && at < end; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        at = end; // cut off or too long
        return 0;
    }
}
