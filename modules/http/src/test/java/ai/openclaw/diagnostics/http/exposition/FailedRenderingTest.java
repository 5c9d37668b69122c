package ai.openclaw.diagnostics.http.exposition;

import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.CATALOG;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_COMPLETED;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_DURATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.store.LabeledSeries;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A rendering that fails at any point, here for lack of stack, leaves no trace in the next one. */
class FailedRenderingTest {

    private static final int ROUNDS = 300;
    private static final int STACK_BYTES = 256 * 1024;

    private final SeriesStore store = SeriesStore.create(CATALOG, 2048);
    private final StoreExposition exposition = StoreExposition.of(store);
    private Format failing = Formats.TEXT;
    private int deepest;
    private int failures;

    @Test
    void theNextRenderingIsWhole() throws Exception {
        initializeClasses();
        for (int round = 0; round < ROUNDS; round++) {
            record(round);
            int left = round % 100; // as many frames are left for the rendering
            failing = Formats.ALL.get(round / 100 % Formats.ALL.size());
            Thread recursion = new Thread(null, () -> renderWithLittleStack(left), "recursion", STACK_BYTES);
            recursion.start();
            recursion.join();
            Format format = Formats.ALL.get(round % Formats.ALL.size());
            Encoding encoding = Encoding.values()[round / 2 % Encoding.values().length];
            assertThat(text(exposition, format, encoding))
                    .as("after round %d", round)
                    .isEqualTo(text(StoreExposition.of(store), format, Encoding.IDENTITY));
        }
        assertThat(failures).isGreaterThan(ROUNDS / 10).isLessThan(ROUNDS);
    }

    /** One whose initialization fails for want of stack is lost to this JVM. */
    private void initializeClasses() throws IOException {
        record(0);
        for (Format format : Formats.ALL) {
            for (Encoding encoding : Encoding.values()) {
                text(exposition, format, encoding);
            }
        }
    }

    private static String text(StoreExposition exposition, Format format, Encoding encoding) throws IOException {
        byte[] body = exposition.render(format, encoding).bytes();
        if (encoding == Encoding.IDENTITY) {
            return new String(body, UTF_8);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private void record(int round) {
        for (int i = 0; i <= round; i += 1 + round / 4) { // a new series and some that are known
            LabeledSeries runs = store.getOrReserve(RUN, "cli", "model-" + i, "completed", "p", "user", "", "", "");
            runs.observe(RUN_DURATION, round);
            runs.add(RUN_COMPLETED, 1);
        }
    }

    private void renderWithLittleStack(int left) {
        deepest = 0;
        try {
            descend(Integer.MAX_VALUE, 0);
        } catch (StackOverflowError expected) {
            // deepest says how far it came
        }
        try {
            descend(deepest - left, 0);
        } catch (StackOverflowError expected) {
            failures++;
        }
    }

    private int descend(int to, int depth) {
        deepest = Math.max(deepest, depth);
        if (depth >= to) {
            return exposition.render(failing, Encoding.GZIP).length();
        }
        return descend(to, depth + 1) + 1; // not a tail call
    }
}
