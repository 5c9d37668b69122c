package ai.openclaw.diagnostics.http.exposition;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.*;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.store.LabeledSeries;
import ai.openclaw.diagnostics.store.SeriesStore;
import ai.openclaw.diagnostics.testing.Seed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the store holds, what is compressed reads back as what is not: the JDK's reader checks length and sum. */
class GzipTest {

    private final long seed = Seed.get();
    private final Random random = new Random(seed);
    private final SeriesStore store = SeriesStore.create(CATALOG, 400);
    private final StoreExposition exposition = StoreExposition.of(store);

    @ParameterizedTest
    @MethodSource("formats")
    void aStoreThatFillsAndMovesReadsBackAsItIs(Format format) throws IOException {
        for (int round = 0; round < 60; round++) {
            int updates = random.nextInt(200);
            for (int i = 0; i < updates; i++) {
                update();
            }
            check(format, "seed " + seed + ", round " + round);
        }
        assertThat(store.size()).as("seed %d", seed).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anEmptyStoreIsAnEmptyBody(Format format) throws IOException {
        check(format, "empty");
        assertThat(unzipped(format)).isEqualTo(format == Formats.TEXT ? "" : "# EOF\n");
    }

    @Test
    void labelsOfAnyLengthAndByteAreRepeatedRightly() throws IOException {
        for (int i = 0; i < 60; i++) {
            String wild = "é\u0000\"\\\n".repeat(random.nextInt(30)) + "x".repeat(random.nextInt(300));
            LabeledSeries set = store.getOrReserve(MODEL_CALL, "a", wild, "m" + i, "error", wild, "t", "", "");
            set.observe(MODEL_CALL_DURATION, i);
            set.add(MODEL_CALL_TOTAL, 1);
        }
        check(Formats.TEXT, "seed " + seed);
    }

    @Test
    void whatStandsFartherBackThanTheFormatCanSayIsWrittenOut() throws IOException {
        for (int i = 0; i < 3; i++) {
            String longest = ("v" + i).repeat(1000);
            store.getOrReserve(MODEL_CALL, longest, longest, "m", "o", longest, "t", "", "")
                    .observe(MODEL_CALL_DURATION, i);
        }
        check(Formats.TEXT, "long");
    }

    @Test
    void aFullStoreIsCompressedAsWellAsTheFastestLevelOfTheJdkWould() throws IOException {
        for (int i = 0; i < 20_000; i++) {
            update();
        }
        int plain = exposition.render(Formats.TEXT, Encoding.IDENTITY).length();
        assertThat(exposition.render(Formats.TEXT, Encoding.GZIP).length()).isLessThan(plain / 8);
    }

    private static List<Format> formats() {
        return Formats.ALL;
    }

    private void update() {
        String model = "model-" + random.nextInt(40);
        String provider = "provider-" + random.nextInt(4);
        double value = random.nextInt(4) == 0 ? random.nextDouble() : random.nextInt(100_000) / 100.0;
        switch (random.nextInt(5)) {
            case 0 ->
                store.getOrReserve(TOKEN_USAGE, model, provider, "input", "", "", "", "", "")
                        .observe(GEN_AI_TOKEN_USAGE, random.nextInt(1 << random.nextInt(22)));
            case 1 ->
                store.getOrReserve(MODEL_USAGE, "main", "slack", model, provider, "", "", "", "")
                        .add(MODEL_COST_USD, value);
            case 2 ->
                store.getOrReserve(QUEUE_LANE, model, "", "", "", "", "", "", "")
                        .set(QUEUE_LANE_SIZE, value);
            case 3 ->
                store.getOrReserve(MEMORY_RSS, "", "", "", "", "", "", "", "")
                        .observe(MEMORY_RSS_BYTES, random.nextInt());
            default -> {
                LabeledSeries call = store.getOrReserve(
                        MODEL_CALL, "responses", "none", model, "completed", provider, "sse", "", "");
                call.observe(MODEL_CALL_DURATION, value);
                call.add(MODEL_CALL_TOTAL, 1);
            }
        }
    }

    private void check(Format format, String about) throws IOException {
        String unzipped = unzipped(format); // first: it is up to date by itself
        String plain = new String(exposition.render(format, Encoding.IDENTITY).bytes(), UTF_8);
        assertThat(unzipped).as(about).isEqualTo(plain);
        assertThat(new String(
                        StoreExposition.of(store)
                                .render(format, Encoding.IDENTITY)
                                .bytes(),
                        UTF_8))
                .as("as an exposition that sees it for the first time, " + about)
                .isEqualTo(plain);
    }

    private String unzipped(Format format) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(
                exposition.render(format, Encoding.GZIP).bytes()))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
