package ai.openclaw.diagnostics.http.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.catalog.Unit;
import ai.openclaw.diagnostics.catalog.domain.GatewayMetrics;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.catalog.domain.QueueMetrics;
import ai.openclaw.diagnostics.store.LabeledSeries;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoreExpositionTest {

    private static final FamilyGroup CALL = FamilyGroup.of(Label.of("model", "m"), Label.of("provider", "p"));
    private static final HistogramFamily SECONDS =
            HistogramFamily.of(CALL, 0, "call_seconds", Unit.SECONDS, Buckets.of("0.5", "1", "2.5"), "A \\ in help.");
    private static final CounterFamily CALLS = CounterFamily.of(CALL, 1, "calls_total", Unit.NONE, "Calls.");
    private static final FamilyGroup ALONE = FamilyGroup.of();
    private static final GaugeFamily SIZE = GaugeFamily.of(ALONE, 0, "size", Unit.NONE, "Size.");
    private static final HistogramFamily PLAIN =
            HistogramFamily.of(ALONE, 1, "plain", Unit.BYTES, Buckets.of("1024"), "Bytes.");
    private static final CounterFamily DROPPED =
            CounterFamily.of(FamilyGroup.of(), 0, "dropped_total", Unit.NONE, "Dropped.");
    private static final Catalog CATALOG =
            Catalog.of(Profile.V2026_5, List.of(SECONDS, CALLS, SIZE, PLAIN, DROPPED), DROPPED);

    private final SeriesStore store = SeriesStore.create(CATALOG, 3);
    private final StoreExposition exposition = StoreExposition.of(store);

    @Test
    void anEmptyStoreIsZeroBytes() {
        assertThat(exposed()).isEmpty();
    }

    @Test
    void familiesStandInCatalogOrderWithHelpAndTypeOnce() {
        LabeledSeries alone = set(ALONE, "", "");
        alone.observe(PLAIN, 1024);
        LabeledSeries call = set(CALL, "gpt", "openai");
        call.observe(SECONDS, 0.5);
        call.observe(SECONDS, 0.75);
        call.observe(SECONDS, 100);
        call.add(CALLS, 1);
        assertThat(exposed()).isEqualTo("""
                # HELP call_seconds A \\\\ in help.
                # TYPE call_seconds histogram
                call_seconds_bucket{model="gpt",provider="openai",le="0.5"} 1
                call_seconds_bucket{model="gpt",provider="openai",le="1"} 2
                call_seconds_bucket{model="gpt",provider="openai",le="2.5"} 2
                call_seconds_bucket{model="gpt",provider="openai",le="+Inf"} 3
                call_seconds_sum{model="gpt",provider="openai"} 101.25
                call_seconds_count{model="gpt",provider="openai"} 3
                # HELP calls_total Calls.
                # TYPE calls_total counter
                calls_total{model="gpt",provider="openai"} 1
                # HELP plain Bytes.
                # TYPE plain histogram
                plain_bucket{le="1024"} 1
                plain_bucket{le="+Inf"} 1
                plain_sum 1024
                plain_count 1
                # HELP dropped_total Dropped.
                # TYPE dropped_total counter
                dropped_total 0
                """);
    }

    @Test
    void openMetricsSaysSinceWhenNumbersCountAndInWhatUnit() {
        LabeledSeries call = set(CALL, "gpt", "openai");
        call.observe(SECONDS, 0.5);
        call.add(CALLS, 1);
        set(ALONE, "", "").set(SIZE, 3);
        assertThat(openMetrics().replaceAll("_created(\\{.*})? .*", "_created$1 T"))
                .isEqualTo("""
                # HELP call_seconds A \\\\ in help.
                # UNIT call_seconds seconds
                # TYPE call_seconds histogram
                call_seconds_bucket{model="gpt",provider="openai",le="0.5"} 1
                call_seconds_bucket{model="gpt",provider="openai",le="1"} 1
                call_seconds_bucket{model="gpt",provider="openai",le="2.5"} 1
                call_seconds_bucket{model="gpt",provider="openai",le="+Inf"} 1
                call_seconds_sum{model="gpt",provider="openai"} 0.5
                call_seconds_count{model="gpt",provider="openai"} 1
                call_seconds_created{model="gpt",provider="openai"} T
                # HELP calls Calls.
                # TYPE calls counter
                calls_total{model="gpt",provider="openai"} 1
                calls_created{model="gpt",provider="openai"} T
                # HELP size Size.
                # TYPE size gauge
                size 3
                # HELP dropped Dropped.
                # TYPE dropped counter
                dropped_total 0
                dropped_created T
                # EOF
                """);
    }

    @Test
    void aSeriesIsCreatedWhenItIsAdmittedAndStaysSo() {
        long before = System.currentTimeMillis();
        set(CALL, "a", "p").add(CALLS, 1);
        long after = System.currentTimeMillis();
        String created = created("a");
        assertThat(Math.round(Double.parseDouble(created) * 1000)).isBetween(before, after);
        set(CALL, "a", "p").add(CALLS, 1_000_000); // the lines before it move
        set(CALL, "b", "p").add(CALLS, 1);
        assertThat(created("a")).isEqualTo(created);
    }

    private String created(String model) {
        return openMetrics()
                .lines()
                .filter(line -> line.startsWith("calls_created{model=\"" + model))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    private String openMetrics() {
        return new String(
                exposition.render(Formats.OPEN_METRICS, Encoding.IDENTITY).bytes(), UTF_8);
    }

    @Test
    void valuesAreEscapedEvenThoughThePolicyAdmitsNoneThatNeedIt() {
        set(CALL, "a\"b\\c\nd", "p").add(CALLS, 1);
        assertThat(exposed()).contains("calls_total{model=\"a\\\"b\\\\c\\nd\",provider=\"p\"} 1\n");
    }

    @Test
    void droppedUpdatesShow() {
        Stream.of("a", "b", "c", "d", "d")
                .forEach(model -> set(CALL, model, "p").add(CALLS, 1));
        assertThat(exposed()).contains("dropped_total 2\n").doesNotContain("\"d\"");
    }

    @Test
    void aGaugeShowsItsLastValue() {
        set(ALONE, "", "").set(SIZE, 7);
        set(ALONE, "", "").set(SIZE, 2.5);
        assertThat(exposed()).contains("size 2.5\n");
    }

    @Test
    void theSecondScrapeShowsWhatChanged() {
        set(CALL, "a", "p").add(CALLS, 1);
        assertThat(exposed()).contains("calls_total{model=\"a\",provider=\"p\"} 1\n");
        set(CALL, "a", "p").add(CALLS, 1);
        set(CALL, "b", "p").add(CALLS, 1);
        assertThat(exposed())
                .contains("calls_total{model=\"a\",provider=\"p\"} 2\n", "calls_total{model=\"b\",provider=\"p\"} 1\n");
    }

    @Test
    void theTextsOfLeAreThoseOfTheReference() {
        SeriesStore real = SeriesStore.create(OpenClawCatalog.CATALOG, 10);
        real.getOrReserve(QueueMetrics.QUEUE_LANE, "main", "", "", "", "", "", "", "")
                .observe(QueueMetrics.QUEUE_LANE_WAIT, 1);
        real.getOrReserve(GatewayMetrics.MEMORY_RSS, "", "", "", "", "", "", "", "")
                .observe(GatewayMetrics.MEMORY_RSS_BYTES, 1);
        assertThat(StoreExposition.of(real)
                        .text()
                        .lines()
                        .filter(line -> line.contains("le="))
                        .map(StoreExpositionTest::le))
                .containsExactly(
                        "0.005",
                        "0.01",
                        "0.025",
                        "0.05",
                        "0.1",
                        "0.25",
                        "0.5",
                        "1",
                        "2.5",
                        "5",
                        "10",
                        "30",
                        "60",
                        "120",
                        "300",
                        "600",
                        "+Inf",
                        "1024",
                        "4096",
                        "16384",
                        "65536",
                        "262144",
                        "1048576",
                        "4194304",
                        "16777216",
                        "67108864",
                        "268435456",
                        "1073741824",
                        "4294967296",
                        "17179869184",
                        "+Inf");
    }

    private static String le(String line) {
        return line.replaceAll(".*le=\"([^\"]*)\".*", "$1");
    }

    private LabeledSeries set(FamilyGroup group, String first, String second) {
        return store.getOrReserve(group, first, second, "", "", "", "", "", "");
    }

    private String exposed() {
        return exposition.text();
    }
}
