package ai.openclaw.diagnostics.otlp;

/**
 * Reads how many items a receiver rejected, from its answer: a message whose first field is a message whose first field is that
 * number. The same for all signals. Never throws; an answer that is something else counts as 0.
 */
final class PartialSuccess {

    private static final int FIRST_MESSAGE = 1 << 3 | 2;
    private static final int FIRST_NUMBER = 1 << 3;

    private final byte[] bytes;
    private int at;

    private PartialSuccess(byte[] bytes) {
        this.bytes = bytes;
    }

    static long rejected(byte[] answer) {
        return new PartialSuccess(answer).read();
    }

    private long read() {
        if (bytes.length < 2 || varint() != FIRST_MESSAGE) {
            return 0;
        }
        long size = varint();
        boolean whole = size > 0 && size <= bytes.length - at;
        return whole && varint() == FIRST_NUMBER ? Math.max(0, varint()) : 0;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64 && at < bytes.length; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        return 0;
    }
}
