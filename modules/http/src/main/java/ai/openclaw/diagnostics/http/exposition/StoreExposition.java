package ai.openclaw.diagnostics.http.exposition;

import ai.openclaw.diagnostics.store.SeriesStore;
import org.jspecify.annotations.Nullable;

/**
 * The exposition of a store.
 *
 * <p>It keeps the text of every series and changes the digits that changed; a body is put together from these texts, and
 * shared by all who ask until a series changes. Families without series are left out, but for the drop counter, which
 * is exposed from 0 on once there is anything to expose.
 *
 * <p>If a rendering fails, be it for lack of memory or stack, the texts are dropped, and the next rendering makes them anew
 * from the store: no failure outlives its scrape.
 */
public final class StoreExposition implements Exposition {

    private final SeriesStore store;
    private @Nullable StoreText text; // guarded by this

    private StoreExposition(SeriesStore store) {
        this.store = store;
    }

    /** Returns the exposition of this store. */
    public static StoreExposition of(SeriesStore store) {
        return new StoreExposition(store);
    }

    @Override
    public synchronized Body render(Format format, Encoding encoding) {
        StoreText current = text;
        if (current == null) {
            current = new StoreText(store);
        }
        text = null; // until it has rendered: what fails halfway may have lost or doubled a series
        Body body = current.render(format, encoding);
        text = current;
        return body;
    }
}
