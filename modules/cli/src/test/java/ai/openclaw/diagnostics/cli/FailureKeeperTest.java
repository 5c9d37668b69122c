package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no code caught is in the next support bundle, and no word of it that may be private. */
class FailureKeeperTest {

    private static final String CANARY = "kanari";

    @TempDir
    private Path state;

    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private FailureKeeper keeper;

    @BeforeEach
    void keep() {
        keeper = new FailureKeeper(new ConfigLocation(state.resolve("openclaw.json"), state, "default"));
        keeper.history(reason -> "{\"reason\": \"" + reason + "\"}");
    }

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void whatEndsAThreadIsInTheNextBundle() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> told.countDown());
        keeper.watchThreads();
        Thread thread = new Thread(() -> fail(CANARY), CANARY);
        thread.start();
        thread.join();

        assertThat(told.getCount()).isZero();
        JsonObject kept = latest();
        assertThat(kept.getString("reason")).isEqualTo("uncaught");
        assertThat(kept.getJsonObject("error").getString("name")).isEqualTo("java.lang.IllegalStateException");
        assertThat(kept.getJsonObject("error").getJsonArray("stack").getString(0))
                .startsWith(FailureKeeperTest.class.getName() + ".fail:");
        assertThat(kept.getJsonObject("snapshot").getString("reason")).isEqualTo("uncaught");
        assertThat(kept.encode()).doesNotContainIgnoringCase(CANARY);
    }

    @Test
    void whatAHandlerOfVertxThrowsIsInTheNextBundle() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            keeper.watch(vertx);
            vertx.runOnContext(now -> fail(CANARY));
            Await.answer(
                    "the failure",
                    Await.PATIENCE,
                    state::toString,
                    () -> files() == 1 ? Optional.of(true) : Optional.empty());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
        assertThat(latest().getString("reason")).isEqualTo("uncaught");
        assertThat(latest().encode()).doesNotContainIgnoringCase(CANARY);
    }

    @Test
    void whatTheMainThreadThrowsIsKeptAndThrown() throws IOException {
        assertThatThrownBy(() -> keeper.guard(() -> fail(CANARY))).isInstanceOf(IllegalStateException.class);

        assertThat(latest().getJsonObject("error").getString("message")).isEqualTo("<redacted>");
    }

    @Test
    void anErrorOfTheMainThreadIsKept() throws IOException {
        assertThatThrownBy(() -> keeper.guard(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(latest().getJsonObject("error").getString("name")).isEqualTo("java.lang.StackOverflowError");
    }

    @Test
    void whatIsToldInASentenceIsNotUncaught() {
        assertThatThrownBy(() -> keeper.guard(() -> {
                    throw GatewayException.failed("The port is taken.");
                }))
                .isInstanceOf(GatewayException.class);

        assertThat(state.resolve("logs")).doesNotExist();
    }

    @Test
    void aFailureThatComesAgainAndAgainIsKeptOnceAMinute() {
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> keeper.guard(() -> fail(CANARY))).isInstanceOf(IllegalStateException.class);
        }

        assertThat(files()).isEqualTo(1);
    }

    private static int fail(String word) {
        throw new IllegalStateException("a prompt of " + word + " with sk-" + word + "0123456789abcdef");
    }

    private int files() {
        String[] names =
                state.resolve("logs/stability").toFile().list((folder, name) -> name.endsWith("-uncaught.json"));
        return names == null ? 0 : names.length;
    }

    /** Returns the kept failure as a support bundle has it. */
    private JsonObject latest() throws IOException {
        Finished written = InProcess.in(state).run("gateway", "diagnostics", "export", "--port", "" + Ports.free());
        Path zip = Path.of(written.out().lines().findFirst().orElseThrow());
        JsonObject latest = new JsonObject(Unzipped.files(zip).get("stability/latest.json"));
        Files.delete(zip);
        return latest;
    }
}
