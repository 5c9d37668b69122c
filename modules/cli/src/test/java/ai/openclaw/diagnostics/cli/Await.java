package ai.openclaw.diagnostics.cli;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what another process will do soon; says what was awaited where it does not. */
final class Await {

    /** As long as a busy machine may take for what an idle one does in a second; nothing that works waits for its end. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    /** Something to ask until it answers. */
    @FunctionalInterface
    interface Probe<T> {

        /** Returns the answer, or nothing as long as there is none; a connection that fails counts as no answer. */
        Optional<T> ask() throws IOException;
    }

    /**
     * Asks until there is an answer.
     *
     * @param what names it in the failure
     * @param evidence what to show when it did not come, such as the standard error of a process
     */
    static <T> T answer(String what, Duration limit, Supplier<String> evidence, Probe<T> probe) {
        long deadline = System.nanoTime() + limit.toNanos();
        String last = "";
        while (true) {
            try {
                Optional<T> answer = probe.ask();
                if (answer.isPresent()) {
                    return answer.get();
                }
            } catch (IOException e) {
                last = "\nlast failure: " + e;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError(
                        "waited " + limit.toSeconds() + " s in vain for " + what + last + "\n" + evidence.get());
            }
            pause(PAUSE);
        }
    }

    /** Waits until something of Vert.x is done. */
    static void done(String what, Duration limit, Future<?> future) {
        answer(what, limit, future::toString, () -> future.isComplete() ? Optional.of(true) : Optional.empty());
        if (future.failed()) {
            throw new AssertionError("in vain waited for " + what, future.cause());
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
