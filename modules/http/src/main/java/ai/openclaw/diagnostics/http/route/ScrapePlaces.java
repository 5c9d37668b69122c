package ai.openclaw.diagnostics.http.route;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** So many scrapers may wait or be served at once. Any thread may take a place or leave it. */
final class ScrapePlaces {

    /** Prometheus servers come in twos and threes. */
    static final int MOST = 100;

    private final AtomicInteger taken = new AtomicInteger();

    /** Returns a place to leave, or null if there is none. */
    @Nullable
    Runnable take() {
        if (taken.incrementAndGet() > MOST) {
            taken.decrementAndGet();
            return null;
        }
        AtomicBoolean left = new AtomicBoolean(); // a response that breaks off may end more than once
        return () -> {
            if (!left.getAndSet(true)) {
                taken.decrementAndGet();
            }
        };
    }
}
