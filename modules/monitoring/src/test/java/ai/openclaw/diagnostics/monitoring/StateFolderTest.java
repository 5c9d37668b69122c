package ai.openclaw.diagnostics.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, gone or silent makes the folder unusable, and one that has room again does not. */
@ExtendWith(VertxExtension.class)
class StateFolderTest {

    private static final long EVERY_MS = 20;

    @TempDir
    private Path folder;

    private final AtomicLong free = new AtomicLong(StateFolder.MIN_FREE_BYTES);

    @Test
    void aFullDiskIsFoundAndForgottenAgain(Vertx vertx) {
        try (StateFolder state = StateFolder.watch(vertx, folder, at -> free.get(), EVERY_MS)) {
            assertThat(state.isUsable()).isTrue();
            free.set(StateFolder.MIN_FREE_BYTES - 1);
            Await.until("the folder is unusable", () -> !state.isUsable());
            free.set(StateFolder.MIN_FREE_BYTES);
            Await.until("the folder is usable again", state::isUsable);
        }
    }

    @Test
    void aDiskThatIsFullAtTheStartIsFoundAtOnce(Vertx vertx) {
        free.set(0);
        try (StateFolder state = StateFolder.watch(vertx, folder, at -> free.get(), TimeUnit.DAYS.toMillis(1))) {
            assertThat(state.isUsable()).isFalse();
        }
    }

    @Test
    void aDiskThatFailsOrDoesNotAnswerIsNotUsable(Vertx vertx) {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger checks = new AtomicInteger();
        StateFolder.Room silent = at -> {
            if (checks.getAndIncrement() > 0) {
                awaitUninterrupted(answer);
            }
            return Long.MAX_VALUE;
        };
        try (StateFolder state = StateFolder.watch(vertx, folder, silent, EVERY_MS)) {
            Await.until("the folder is unusable", () -> !state.isUsable());
            assertThat(checks).hasValue(2);
            answer.countDown();
            Await.until("the folder is usable again", state::isUsable);
        }
        StateFolder.Room gone = at -> {
            throw new IOException("gone");
        };
        try (StateFolder state = StateFolder.watch(vertx, folder, gone, EVERY_MS)) {
            assertThat(state.isUsable()).isFalse();
        }
    }

    @Test
    void aFolderThatIsNotThereIsNotWatched(Vertx vertx) {
        free.set(0);
        try (StateFolder state = StateFolder.watch(vertx, folder.resolve("absent"), at -> free.get(), EVERY_MS)) {
            assertThat(state.isUsable()).isTrue();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
