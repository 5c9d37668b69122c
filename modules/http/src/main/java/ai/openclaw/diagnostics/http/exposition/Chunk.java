package ai.openclaw.diagnostics.http.exposition;

import java.util.zip.CRC32;

/** A part of a body, in plain bytes and in deflate data that ends on a whole byte: bodies are made of them in a row. */
interface Chunk {

    /** Brings the plain bytes up to date; all else is about them. */
    void update(Decimal decimal);

    /** Returns how many plain bytes there are. */
    int length();

    /** Copies the plain bytes and returns where they end. */
    int copyTo(byte[] target, int at);

    /** Adds the plain bytes to a check sum. */
    void addTo(CRC32 crc);

    /** Brings the deflate data up to date and returns its length. */
    int deflate(DeflateEncoder encoder);

    /** Copies the deflate data and returns where it ends. */
    int copyDeflatedTo(byte[] target, int at);
}
