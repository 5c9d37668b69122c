package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.exposition.Exposition;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Renders bodies on a separate thread: one at a time, shared by all who asked for the same before it began.
 *
 * <p>A request that comes while one is being rendered gets the next one, so that a body always holds what was recorded before it
 * was asked for. The thread is not one of the Gateway's workers, which may all be busy just when an operator needs to know
 * why; it comes with a scrape and goes when there is none for a while, so there is nothing to close. Any thread may ask.
 */
final class Renderer {

    private static final int IDLE_SECONDS = 60;

    private final Exposition exposition;
    private final Executor thread = thread();
    private final Map<NegotiatedFormat, Promise<Body>> asked = new LinkedHashMap<>(); // guarded by this
    private boolean rendering; // guarded by this

    Renderer(Exposition exposition) {
        this.exposition = exposition;
    }

    private static Executor thread() {
        return new ThreadPoolExecutor(0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "openclaw-exposition");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Returns a body rendered from now on, which others may get too. The future completes on the rendering thread.
     */
    synchronized Future<Body> ask(NegotiatedFormat format) {
        Future<Body> body =
                asked.computeIfAbsent(format, it -> Promise.promise()).future();
        if (!rendering) {
            startThread();
        }
        return body;
    }

    @SuppressWarnings("CatchingThrowable") // there may be no memory for a thread: the next request tries again
    private void startThread() {
        rendering = true;
        try {
            thread.execute(this::renderAll);
        } catch (Throwable failure) {
            rendering = false;
            List<Promise<Body>> unserved = List.copyOf(asked.values());
            asked.clear();
            unserved.forEach(it -> it.tryFail(failure));
        }
    }

    private void renderAll() {
        boolean finished = false;
        try {
            for (NegotiatedFormat format = next(); format != null; format = next()) {
                render(format, take(format));
            }
            finished = true;
        } finally {
            if (!finished) {
                stopped();
            }
        }
    }

    private synchronized void stopped() {
        rendering = false;
    }

    private synchronized @Nullable NegotiatedFormat next() {
        rendering = !asked.isEmpty();
        return rendering ? asked.keySet().iterator().next() : null;
    }

    private synchronized Promise<Body> take(NegotiatedFormat format) {
        return Objects.requireNonNull(asked.remove(format));
    }

    @SuppressWarnings("CatchingThrowable") // whatever fails, a scrape waits for the result
    private void render(NegotiatedFormat format, Promise<Body> body) {
        try {
            body.complete(exposition.render(format.format(), format.encoding()));
        } catch (Throwable failure) {
            body.tryFail(failure);
        }
    }
}
