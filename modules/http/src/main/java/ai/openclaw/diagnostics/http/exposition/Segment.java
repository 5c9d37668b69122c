package ai.openclaw.diagnostics.http.exposition;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** A run of series of one family. Its deflate data is made anew only when one of them changed. */
final class Segment implements Chunk {

    /** Up to some so many bytes of text; smaller segments compress worse, larger ones are more work for one change. */
    private static final int MIN_LENGTH = 32 * 1024;

    private final List<SeriesText> series = new ArrayList<>();
    private final List<MatchPlan> plans = new ArrayList<>();
    private byte[] deflated = {};
    private int deflatedLength;
    private int length;
    private boolean stale = true;

    boolean isFull() {
        return length() >= MIN_LENGTH;
    }

    /** Appends a series. */
    void add(SeriesText text) {
        plans.add(new MatchPlan(text, series.isEmpty() ? null : series.get(series.size() - 1)));
        series.add(text);
        length += text.length();
        stale = true;
    }

    @Override
    public void update(Decimal decimal) {
        for (int i = 0; i < series.size(); i++) { // an iterator would be garbage
            SeriesText text = series.get(i);
            int before = text.length();
            if (text.update(decimal)) {
                length += text.length() - before;
                stale = true;
            }
        }
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int copyTo(byte[] target, int at) {
        int end = at;
        for (int i = 0; i < series.size(); i++) {
            SeriesText text = series.get(i);
            System.arraycopy(text.bytes(), 0, target, end, text.length());
            end += text.length();
        }
        return end;
    }

    @Override
    public void addTo(CRC32 crc) {
        for (int i = 0; i < series.size(); i++) {
            crc.update(series.get(i).bytes(), 0, series.get(i).length());
        }
    }

    @Override
    public int deflate(DeflateEncoder encoder) {
        if (stale) {
            encoder.begin(length());
            for (int i = 0; i < series.size(); i++) {
                plans.get(i).encode(encoder);
            }
            encoder.end();
            deflated = encoder.copyTo(deflated);
            deflatedLength = encoder.length();
            stale = false;
        }
        return deflatedLength;
    }

    @Override
    public int copyDeflatedTo(byte[] target, int at) {
        System.arraycopy(deflated, 0, target, at, deflatedLength);
        return at + deflatedLength;
    }
}
