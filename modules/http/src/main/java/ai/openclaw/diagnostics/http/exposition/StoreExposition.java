package ai.openclaw.diagnostics.http.exposition;

import ai.openclaw.diagnostics.store.SeriesStore;
import java.util.HashMap;
import java.util.Map;

/**
 * The exposition of a store in every format, each with a renderer that is made when the format is first asked for.
 *
 * <p>A renderer keeps the text of every series and changes the digits that changed; a body is put together from these
 * texts, and shared by all who ask until a series changes. Families without series are left out, but for the drop counter,
 * which is exposed from 0 on once there is anything to expose.
 *
 * <p>If a rendering fails, be it for lack of memory or stack, its renderer is dropped, and the next rendering makes a new
 * one from the store: no failure outlives its scrape.
 */
public final class StoreExposition implements Exposition {

    private final SeriesStore store;
    private final Map<Format, FormatRenderer> renderers = new HashMap<>(); // guarded by this

    private StoreExposition(SeriesStore store) {
        this.store = store;
    }

    /** Returns the exposition of this store. */
    public static StoreExposition of(SeriesStore store) {
        return new StoreExposition(store);
    }

    @Override
    public synchronized Body render(Format format, Encoding encoding) {
        FormatRenderer known = renderers.remove(format); // until it has rendered: what fails halfway is not used again
        FormatRenderer renderer = known == null ? format.newRenderer(store) : known;
        Body body = renderer.render(encoding);
        renderers.put(format, renderer);
        return body;
    }
}
