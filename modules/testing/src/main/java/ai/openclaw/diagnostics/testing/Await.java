package ai.openclaw.diagnostics.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another thread or process will do soon; says what was awaited where it does not. */
public final class Await {

    /** As long as a busy machine may take for what an idle one does in a second; nothing that works waits for its end. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(1);

    private Await() {}

    /**
     * Something to ask until it answers.
     *
     * @param <T> the type of the answer
     */
    @FunctionalInterface
    public interface Probe<T> {

        /**
         * Returns the answer, or nothing as long as there is none.
         *
         * @throws IOException if a connection failed, which counts as no answer
         */
        Optional<T> ask() throws IOException;
    }

    /**
     * Asks until there is an answer.
     *
     * @param what names it in the failure
     * @param evidence what to show when it did not come, such as the standard error of a process
     */
    public static <T> T answer(String what, Duration limit, Supplier<String> evidence, Probe<T> probe) {
        return answer(what, limit, PAUSE, evidence, probe);
    }

    /**
     * Waits until something is true of this process, with all patience.
     *
     * @param what names it in the failure
     */
    public static void until(String what, BooleanSupplier condition) {
        answer(
                what,
                PATIENCE,
                SHORT_PAUSE,
                () -> "",
                () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /**
     * Waits until something is done and has succeeded.
     *
     * @param what names it in the failure
     */
    public static void done(String what, Duration limit, CompletionStage<?> stage) {
        CompletableFuture<?> future = stage.toCompletableFuture();
        answer(what, limit, future::toString, () -> future.isDone() ? Optional.of(true) : Optional.empty());
        future.join();
    }

    private static <T> T answer(
            String what, Duration limit, Duration pause, Supplier<String> evidence, Probe<T> probe) {
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
            pause(pause);
        }
    }

    /** Lets time pass; not for waiting until something has happened. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
