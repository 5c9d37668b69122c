package ai.openclaw.diagnostics.http.exposition;

import ai.openclaw.diagnostics.store.SeriesStore;
import ai.openclaw.diagnostics.store.Snapshot;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The texts of all series of a store, of which each body is made. For one thread at a time. What {@link #render} throws
 * leaves it in no particular state: it must not be used again then.
 */
final class StoreText {

    private static final WeakReference<Body> NO_BODY = new WeakReference<>(null);

    /** In bytes. Small enough for a processor's nearer caches, and what a server sends at once. */
    private static final int MAX_PART = 128 * 1024;

    private static final Chunk LINE_BREAK = new StaticChunk("\n");

    private final Snapshot snapshot;
    private final List<FamilyText> families = new ArrayList<>();
    private final List<StaticChunk> ends = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>(); // of the body being put together
    private final List<byte[]> parts = new ArrayList<>(); // of the same
    private final Decimal decimal = new Decimal();
    private final DeflateEncoder encoder = new DeflateEncoder();

    /** What was rendered since the last change and is still in use, by format and encoding: shared, not kept. */
    private final List<WeakReference<Body>> bodies = new ArrayList<>();

    StoreText(SeriesStore store) {
        this.snapshot = store.newSnapshot();
        store.catalog().families().forEach(it -> families.add(new FamilyText(it, snapshot.samples(it))));
        for (Format format : Format.values()) {
            ends.add(new StaticChunk(format.end()));
        }
        for (int i = 0; i < Format.values().length * Encoding.values().length; i++) {
            bodies.add(NO_BODY);
        }
    }

    /** Returns the current values of all series. */
    Body render(Format format, Encoding encoding) {
        if (update()) {
            Collections.fill(bodies, NO_BODY);
        }
        int at = format.ordinal() * Encoding.values().length + encoding.ordinal();
        Body body = bodies.get(at).get();
        if (body == null) {
            collectChunks(format);
            body = encoding == Encoding.GZIP ? Gzip.member(chunks, encoder) : plain();
            bodies.set(at, new WeakReference<>(body));
        }
        return body;
    }

    private boolean update() {
        snapshot.refresh();
        boolean changed = false;
        for (int i = 0; i < families.size(); i++) { // an iterator would be garbage
            changed |= families.get(i).update(decimal);
        }
        return changed;
    }

    private void collectChunks(Format format) {
        chunks.clear();
        if (!snapshot.isEmpty()) {
            for (FamilyText family : families) {
                if (!family.isEmpty()) {
                    family.forEachChunk(format, chunks::add);
                    chunks.add(LINE_BREAK);
                }
            }
        }
        chunks.add(ends.get(format.ordinal()));
    }

    private Body plain() {
        int from = 0;
        while (from < chunks.size()) {
            int to = from;
            int length = 0;
            do {
                length += chunks.get(to++).length();
            } while (to < chunks.size() && length + chunks.get(to).length() <= MAX_PART);
            parts.add(plain(from, to, new byte[length]));
            from = to;
        }
        Body body = Body.of(parts);
        parts.clear();
        return body;
    }

    private byte[] plain(int from, int to, byte[] part) {
        int at = 0;
        for (int i = from; i < to; i++) {
            at = chunks.get(i).copyTo(part, at);
        }
        return part;
    }
}
