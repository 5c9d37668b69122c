package ai.openclaw.diagnostics.http.exposition;

import java.util.List;
import java.util.zip.CRC32;

/** One gzip member (RFC 1952) around chunks of deflate data that end on whole bytes: every reader takes it for one stream. */
final class Gzip {

    /** Deflate, no name, no time, no hint of effort, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** A stored block of no bytes, the last one. */
    private static final byte[] LAST_BLOCK = {1, 0, 0, (byte) 0xff, (byte) 0xff};

    private static final int TRAILER = 8;

    private Gzip() {}

    /** Returns the member; brings each chunk up to date when its turn comes, as long as it is in the processor's caches. */
    static Body member(List<Chunk> chunks, Decimal decimal, DeflateEncoder encoder) {
        CRC32 crc = new CRC32();
        int plain = 0;
        int length = HEADER.length + LAST_BLOCK.length + TRAILER;
        for (Chunk chunk : chunks) {
            chunk.update(decimal);
            chunk.addTo(crc);
            plain += chunk.length();
            length += chunk.deflate(encoder);
        }
        byte[] member = new byte[length];
        int at = put(HEADER, member, 0);
        for (Chunk chunk : chunks) {
            at = chunk.copyDeflatedTo(member, at);
        }
        at = put(LAST_BLOCK, member, at);
        at = putInt((int) crc.getValue(), member, at);
        putInt(plain, member, at);
        return Body.of(member);
    }

    private static int put(byte[] bytes, byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
        return at + bytes.length;
    }

    private static int putInt(int value, byte[] target, int at) {
        for (int i = 0; i < 4; i++) {
            target[at + i] = (byte) (value >>> 8 * i);
        }
        return at + 4;
    }
}
