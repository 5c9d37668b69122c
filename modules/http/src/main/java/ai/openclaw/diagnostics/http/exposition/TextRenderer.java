package ai.openclaw.diagnostics.http.exposition;

import ai.openclaw.diagnostics.store.SeriesStore;
import ai.openclaw.diagnostics.store.Snapshot;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Renders a store in a format of lines: keeps the texts of all series, and puts bodies together from them. */
final class TextRenderer implements FormatRenderer {

    private static final WeakReference<Body> NO_BODY = new WeakReference<>(null);

    /** In bytes. Small enough for a processor's nearer caches, and what a server sends at once. */
    private static final int MAX_PART_BYTES = 128 * 1024;

    private static final Chunk LINE_BREAK = new StaticChunk("\n");

    private final Snapshot snapshot;
    private final List<FamilyText> families = new ArrayList<>();
    private final Chunk end;
    private final List<Chunk> chunks = new ArrayList<>(); // of the body being put together
    private final List<byte[]> parts = new ArrayList<>(); // of the same
    private final Decimal decimal = new Decimal();
    private final DeflateEncoder encoder = new DeflateEncoder();

    /** What was rendered since the last change and is still being sent, by encoding: shared, not kept. */
    private final Map<Encoding, WeakReference<Body>> bodies = new EnumMap<>(Encoding.class);

    TextRenderer(SeriesStore store, TextSyntax syntax) {
        this.snapshot = Snapshot.of(store);
        this.end = new StaticChunk(syntax.end());
        store.catalog().families().forEach(it -> families.add(new FamilyText(it, snapshot.samples(it), syntax)));
    }

    @Override
    public Body render(Encoding encoding) {
        if (update()) {
            bodies.clear();
        }
        Body body = bodies.getOrDefault(encoding, NO_BODY).get();
        if (body == null) {
            collectChunks();
            body = encoding == Encoding.GZIP ? Gzip.member(chunks, encoder) : plain();
            bodies.put(encoding, new WeakReference<>(body));
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

    private void collectChunks() {
        chunks.clear();
        if (!snapshot.isEmpty()) {
            for (FamilyText family : families) {
                if (!family.isEmpty()) {
                    family.forEachChunk(chunks::add);
                    chunks.add(LINE_BREAK);
                }
            }
        }
        chunks.add(end);
    }

    private Body plain() {
        int from = 0;
        while (from < chunks.size()) {
            int to = from;
            int length = 0;
            do {
                length += chunks.get(to++).length();
            } while (to < chunks.size() && length + chunks.get(to).length() <= MAX_PART_BYTES);
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
