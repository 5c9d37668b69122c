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

    private long revision; // of the snapshot, when the bodies were rendered

    /** What was rendered since the last change and is still being sent, by encoding: shared, not kept. */
    private final Map<Encoding, WeakReference<Body>> bodies = new EnumMap<>(Encoding.class);

    TextRenderer(SeriesStore store, TextSyntax syntax) {
        this.snapshot = Snapshot.of(store);
        this.end = new StaticChunk(syntax.end());
        store.catalog().families().forEach(it -> families.add(new FamilyText(it, snapshot.samples(it), syntax)));
    }

    @Override
    public Body render(Encoding encoding) {
        snapshot.refresh();
        if (snapshot.revision() != revision) {
            revision = snapshot.revision();
            bodies.clear();
        }
        Body body = bodies.getOrDefault(encoding, NO_BODY).get();
        if (body == null) {
            collectChunks();
            body = encoding == Encoding.GZIP ? Gzip.member(chunks, decimal, encoder) : plain();
            bodies.put(encoding, new WeakReference<>(body));
        }
        return body;
    }

    private void collectChunks() {
        chunks.clear();
        if (!snapshot.isEmpty()) {
            for (FamilyText family : families) {
                family.updateSeries();
                if (!family.isEmpty()) {
                    family.forEachChunk(chunks::add);
                    chunks.add(LINE_BREAK);
                }
            }
        }
        chunks.add(end);
    }

    /** Returns the body; brings the chunks of each part up to date right before they are copied: then caches have them. */
    private Body plain() {
        int from = 0;
        int length = 0;
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            chunk.update(decimal);
            if (length > 0 && length + chunk.length() > MAX_PART_BYTES) {
                parts.add(part(from, i, length));
                from = i;
                length = 0;
            }
            length += chunk.length();
        }
        parts.add(part(from, chunks.size(), length));
        Body body = Body.of(parts);
        parts.clear();
        return body;
    }

    private byte[] part(int from, int to, int length) {
        byte[] part = new byte[length];
        int at = 0;
        for (int i = from; i < to; i++) {
            at = chunks.get(i).copyTo(part, at);
        }
        return part;
    }
}
