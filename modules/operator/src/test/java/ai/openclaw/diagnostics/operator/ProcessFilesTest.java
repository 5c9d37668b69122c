package ai.openclaw.diagnostics.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What is told of the process: sizes and switches, known threads, places in code. */
class ProcessFilesTest {

    @Test
    void argumentsThatMayHoldAnythingAreLeftOut() {
        JsonArray shown = ProcessFiles.options(List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:MaxRAMPercentage=50",
                "-Dtoken=kanari",
                "-XX:SharedArchiveFile=/kanari.jsa",
                "-javaagent:kanari.jar",
                "-XX:OnError=kanari"));
        assertThat(shown.encode()).isEqualTo("[\"-Xmx256m\",\"-XX:+UseSerialGC\",\"-XX:MaxRAMPercentage=50\"]");
    }

    @Test
    void aThreadOfAPluginHasNoName() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "kanari-4711");
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.yield();
        }
        try {
            assertThat(ThreadFile.text())
                    .doesNotContain("kanari")
                    .contains("\nother ", "    java.util.concurrent.CountDownLatch.await:");
        } finally {
            end.countDown();
            thread.join();
        }
        assertThat(ThreadFile.name("vert.x-eventloop-thread-3")).isEqualTo("vert.x-");
    }
}
