package ai.openclaw.diagnostics.http.exposition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A rendered body: bytes in parts, one after the other. Others may have the same body, so it must not be changed.
 *
 * <p>In parts, since an array of some megabytes is dear: it is filled with zeros first, and garbage collectors treat it
 * apart.
 */
public final class Body {

    private final byte[][] parts;
    private final int length;

    private Body(byte[][] parts) {
        int sum = 0;
        for (byte[] part : parts) {
            sum = Math.addExact(sum, part.length);
        }
        this.parts = parts;
        this.length = sum;
    }

    /** Returns a body of these bytes, which must not be changed any more. */
    public static Body of(byte[] bytes) {
        return new Body(new byte[][] {bytes});
    }

    /** Returns a body of these parts, which must not be changed any more. */
    static Body of(List<byte[]> parts) {
        return new Body(parts.toArray(byte[][]::new));
    }

    /** Returns how many bytes there are. */
    public int length() {
        return length;
    }

    /** Returns how many parts there are. */
    public int parts() {
        return parts.length;
    }

    /** Returns the bytes of a part; they must not be changed. */
    public byte[] part(int index) {
        return parts[index];
    }

    /** Writes all bytes. */
    public void writeTo(OutputStream out) throws IOException {
        for (byte[] part : parts) {
            out.write(part);
        }
    }

    /** Returns a copy of all bytes. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
