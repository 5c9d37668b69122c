package ai.openclaw.diagnostics.http.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A part of a body that never changes. */
final class StaticChunk implements Chunk {

    private final byte[] plain;
    private final byte[] deflated;

    StaticChunk(String text) {
        this.plain = text.getBytes(UTF_8);
        this.deflated = deflated(plain);
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            byte[] room = new byte[plain.length + 64];
            int length = deflater.deflate(room, 0, room.length, Deflater.SYNC_FLUSH);
            return Arrays.copyOf(room, length);
        } finally {
            deflater.end();
        }
    }

    @Override
    public void update(Decimal decimal) {
        // never changes
    }

    @Override
    public int length() {
        return plain.length;
    }

    @Override
    public int copyTo(byte[] target, int at) {
        System.arraycopy(plain, 0, target, at, plain.length);
        return at + plain.length;
    }

    @Override
    public void addTo(CRC32 crc) {
        crc.update(plain, 0, plain.length);
    }

    @Override
    public int deflate(DeflateEncoder encoder) {
        return deflated.length;
    }

    @Override
    public int copyDeflatedTo(byte[] target, int at) {
        System.arraycopy(deflated, 0, target, at, deflated.length);
        return at + deflated.length;
    }
}
