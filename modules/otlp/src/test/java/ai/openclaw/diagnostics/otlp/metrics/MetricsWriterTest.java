package ai.openclaw.diagnostics.otlp.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.catalog.domain.QueueMetrics;
import ai.openclaw.diagnostics.catalog.domain.RunMetrics;
import ai.openclaw.diagnostics.otlp.wire.Messages;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import ai.openclaw.diagnostics.store.LabeledSeries;
import ai.openclaw.diagnostics.store.Sample;
import ai.openclaw.diagnostics.store.SeriesStore;
import ai.openclaw.diagnostics.store.Snapshot;
import ai.openclaw.diagnostics.testing.Seed;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics as OpenTelemetry's own classes read them, against the snapshot that they came from. */
class MetricsWriterTest {

    private static final long NOW = 1_800_000_000_000_000_000L;

    private static ExportMetricsServiceRequest parsed(MetricsWriter writer) throws IOException {
        ProtoWriter out = writer.write(NOW);
        ExportMetricsServiceRequest request = ExportMetricsServiceRequest.parseFrom(Messages.bytes(out));
        Messages.assertUnderstood(request, out);
        return request;
    }

    private static List<Metric> metrics(ExportMetricsServiceRequest request) {
        return request.getResourceMetrics(0).getScopeMetrics(0).getMetricsList();
    }

    private static Map<String, String> labels(List<KeyValue> attributes) {
        Map<String, String> labels = new TreeMap<>();
        attributes.forEach(it -> labels.put(it.getKey(), it.getValue().getStringValue()));
        return labels;
    }

    private static Map<String, String> labels(Sample sample) {
        Map<String, String> labels = new TreeMap<>();
        for (int i = 0; i < sample.series().labels().size(); i++) {
            labels.put(
                    sample.series().labels().get(i).name(),
                    sample.series().labelValues().get(i));
        }
        return labels;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "hostile", "flood", "gateway-2026.5.28", "gateway-2026.9.6"})
    void everyPointIsThatOfTheSnapshot(String stream) throws IOException {
        SeriesStore store = RecordedStream.store(stream);
        Snapshot snapshot = Snapshot.of(store);
        snapshot.refresh();
        Map<String, Metric> byName = new HashMap<>();
        metrics(parsed(new MetricsWriter(store, MetricNames.prometheus(), Map.of("service.name", "openclaw"))))
                .forEach(metric -> byName.put(metric.getName(), metric));
        store.catalog().families().forEach(family -> {
            List<Sample> samples = snapshot.samples(family);
            Metric metric = byName.remove(family.name());
            assertThat(metric == null).isEqualTo(samples.isEmpty());
            for (int i = 0; i < samples.size(); i++) {
                Sample sample = samples.get(i);
                int digits = family.unit().fractionDigits();
                if (family instanceof HistogramFamily histogram) {
                    HistogramDataPoint point = metric.getHistogram().getDataPoints(i);
                    assertThat(labels(point.getAttributesList())).isEqualTo(labels(sample));
                    assertThat(point.getCount()).isEqualTo(sample.count());
                    assertThat(point.getSum()).isEqualTo(RecordedStream.sum(sample, digits));
                    for (int bucket = 0; bucket <= histogram.buckets().size(); bucket++) {
                        assertThat(point.getBucketCounts(bucket)).isEqualTo(sample.bucket(bucket));
                    }
                } else {
                    NumberDataPoint point = family.type() == FamilyType.GAUGE
                            ? metric.getGauge().getDataPoints(i)
                            : metric.getSum().getDataPoints(i);
                    assertThat(labels(point.getAttributesList())).isEqualTo(labels(sample));
                    assertThat(point.hasAsDouble()).isEqualTo(!sample.isAbsent());
                    if (!sample.isAbsent()) {
                        double expected =
                                family.type() == FamilyType.GAUGE ? sample.gauge() : RecordedStream.sum(sample, digits);
                        assertThat(point.getAsDouble()).isEqualTo(expected);
                    }
                    assertThat(point.getTimeUnixNano()).isEqualTo(NOW);
                    assertThat(point.getStartTimeUnixNano())
                            .isEqualTo(sample.series().admittedAtMs() * 1_000_000);
                }
            }
        });
        assertThat(byName).isEmpty();
    }

    @Test
    void theReferencesNamesAreInMillisecondsWithBoundsToMatch() throws IOException {
        SeriesStore store = RecordedStream.store("plain");
        List<Metric> metrics = metrics(parsed(new MetricsWriter(store, MetricNames.reference("openclaw."), Map.of())));
        Metric run = metrics.stream()
                .filter(it -> it.getName().equals("openclaw.run.duration_ms"))
                .findFirst()
                .orElseThrow();
        assertThat(run.getUnit()).isEqualTo("ms");
        assertThat(run.getHistogram().getAggregationTemporality())
                .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
        assertThat(run.getHistogram().getDataPoints(0).getExplicitBoundsList())
                .startsWith(5.0, 10.0, 25.0, 50.0, 100.0)
                .endsWith(600_000.0);
        assertThat(metrics).extracting(Metric::getName).contains("openclaw.tokens", "gen_ai.client.token.usage");
        assertThat(metrics).extracting(Metric::getName).doesNotHaveDuplicates();
        assertThat(metrics)
                .filteredOn(Metric::hasSum)
                .allMatch(it -> it.getSum().getIsMonotonic());
        assertThat(metrics)
                .filteredOn(Metric::hasGauge)
                .noneMatch(it -> it.getUnit().equals("1"));
    }

    /** Otherwise a receiver would show the last value for minutes, where a scrape shows none at once. */
    @Test
    void aWithdrawnGaugeHasNoValue() throws IOException {
        SeriesStore store = SeriesStore.create(OpenClawCatalog.CATALOG, 10);
        LabeledSeries lane = store.getOrReserve(QueueMetrics.QUEUE_LANE, "main", "", "", "", "", "", "", "");
        lane.set(QueueMetrics.QUEUE_LANE_SIZE, 3);
        MetricsWriter writer = new MetricsWriter(store, MetricNames.prometheus(), Map.of());
        assertThat(size(writer).getAsDouble()).isEqualTo(3);
        assertThat(size(writer).getFlags()).isZero();
        store.replaceAll(QueueMetrics.QUEUE_LANE_SIZE, Map.of());
        assertThat(size(writer).getFlags()).isEqualTo(DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE);
        assertThat(size(writer).hasAsDouble()).isFalse();
        assertThat(labels(size(writer).getAttributesList())).containsOnly(Map.entry("lane", "main"));
        lane.set(QueueMetrics.QUEUE_LANE_SIZE, 4);
        assertThat(size(writer).getAsDouble()).isEqualTo(4);
    }

    private static NumberDataPoint size(MetricsWriter writer) throws IOException {
        return metrics(parsed(writer)).get(0).getGauge().getDataPoints(0);
    }

    /** Between exports the message is kept, and only its numbers are overwritten. */
    @Test
    void aLaterExportIsThatOfANewWriter() {
        SeriesStore store = SeriesStore.create(OpenClawCatalog.CATALOG, 200);
        MetricNames names = MetricNames.reference("openclaw.");
        MetricsWriter writer = new MetricsWriter(store, names, Map.of());
        RandomGenerator random = new Random(14);
        for (int i = 0; i < 300; i++) {
            change(store, "v" + random.nextInt(1 + i / 2), random.nextInt(4), i);
            MetricsWriter another = new MetricsWriter(store, names, Map.of());
            assertThat(Messages.bytes(writer.write(NOW + i)))
                    .as("export %d", i)
                    .isEqualTo(Messages.bytes(another.write(NOW + i)));
        }
    }

    private static void change(SeriesStore store, String label, int kind, int value) {
        LabeledSeries run = store.getOrReserve(RunMetrics.RUN, "cli", label, "completed", "p", "user", "", "", "");
        LabeledSeries lane = store.getOrReserve(QueueMetrics.QUEUE_LANE, label, "", "", "", "", "", "", "");
        switch (kind) {
            case 0 -> run.observe(RunMetrics.RUN_DURATION, value);
            case 1 -> run.add(RunMetrics.RUN_COMPLETED, 1);
            case 2 -> lane.set(QueueMetrics.QUEUE_LANE_SIZE, value);
            default -> store.replaceAll(QueueMetrics.QUEUE_LANE_SIZE, Map.of());
        }
    }

    @Test
    void anEmptyStoreIsAnEmptyMessage() {
        SeriesStore store = SeriesStore.create(OpenClawCatalog.CATALOG, 10);
        assertThat(new MetricsWriter(store, MetricNames.prometheus(), Map.of())
                        .write(NOW)
                        .length())
                .isZero();
    }

    @Test
    void aSumIsTheNearestDouble() {
        long seed = Seed.get();
        RandomGenerator random = RandomGenerator.getDefault();
        for (int i = 0; i < 200_000; i++) {
            long high = i % 3 == 0 ? 0 : random.nextLong() >>> 22 + random.nextInt(42);
            long low = random.nextLong() >>> random.nextInt(64);
            int digits = random.nextInt(19);
            assertThat(FixedPointSum.value(high, low, digits))
                    .as("%d %d %d, seed %d", high, low, digits, seed)
                    .isEqualTo(RecordedStream.sum(high, low, digits));
        }
    }
}
