package ai.openclaw.diagnostics.otlp.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.otlp.wire.Messages;
import ai.openclaw.diagnostics.store.Sample;
import ai.openclaw.diagnostics.store.SeriesStore;
import ai.openclaw.diagnostics.store.Snapshot;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableDoublePointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableGaugeData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableMetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableSumData;
import io.opentelemetry.sdk.resources.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OpenTelemetry's exporter sends of a snapshot is what is sent here, point by point and byte for byte in length. */
class SdkMetricsTest {

    private static final long NOW = 1_800_000_000_000_000_000L;
    private static final String SERVICE = "service.name";

    /** The SDK groups metrics by the identity of these. */
    private static final Resource RESOURCE =
            Resource.create(Attributes.builder().put(SERVICE, "openclaw").build());

    private static final InstrumentationScopeInfo SCOPE = InstrumentationScopeInfo.create("openclaw");

    @ParameterizedTest
    @CsvSource({
        "plain, true",
        "plain, false",
        "hostile, true",
        "flood, false",
        "gateway-2026.9.6, true",
        "gateway-2026.9.6, false"
    })
    void theSdkSendsTheSamePoints(String stream, boolean prometheusNames) throws IOException {
        SeriesStore store = RecordedStream.store(stream);
        MetricNames names = prometheusNames ? MetricNames.prometheus() : MetricNames.reference("openclaw.");
        var out = new MetricsWriter(store, names, Map.of(SERVICE, "openclaw")).write(NOW);
        ExportMetricsServiceRequest ours = withoutAbsent(ExportMetricsServiceRequest.parseFrom(Messages.bytes(out)));
        ExportMetricsServiceRequest theirs = sdk(store, names);
        Map<String, Metric> expected = byName(theirs);
        Map<String, Metric> actual = byName(ours);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        for (Map.Entry<String, Metric> metric : expected.entrySet()) {
            assertThat(actual.get(metric.getKey())).as(metric.getKey()).isEqualTo(metric.getValue());
        }
        assertThat(ours.getResourceMetrics(0).getResource())
                .isEqualTo(theirs.getResourceMetrics(0).getResource());
        assertThat(ours.getResourceMetrics(0).getScopeMetrics(0).getScope())
                .isEqualTo(theirs.getResourceMetrics(0).getScopeMetrics(0).getScope());
        assertThat(ours.getSerializedSize()).isEqualTo(theirs.getSerializedSize());
    }

    /** The SDK cannot tell that a gauge has no value any more. */
    private static ExportMetricsServiceRequest withoutAbsent(ExportMetricsServiceRequest request) {
        ExportMetricsServiceRequest.Builder builder = request.toBuilder();
        for (Metric.Builder metric :
                builder.getResourceMetricsBuilder(0).getScopeMetricsBuilder(0).getMetricsBuilderList()) {
            if (metric.hasGauge()) {
                List<NumberDataPoint> present = metric.getGauge().getDataPointsList().stream()
                        .filter(NumberDataPoint::hasAsDouble)
                        .toList();
                metric.getGaugeBuilder().clearDataPoints().addAllDataPoints(present);
            }
        }
        return builder.build();
    }

    /** The SDK sorts metrics, and attributes by their keys. */
    private static Map<String, Metric> byName(ExportMetricsServiceRequest request) {
        return Messages.sorted(request).getResourceMetrics(0).getScopeMetrics(0).getMetricsList().stream()
                .collect(Collectors.toMap(Metric::getName, metric -> metric));
    }

    private static ExportMetricsServiceRequest sdk(SeriesStore store, MetricNames names) throws IOException {
        Snapshot snapshot = Snapshot.of(store);
        snapshot.refresh();
        List<MetricData> metrics = store.catalog().families().stream()
                .filter(family -> !snapshot.samples(family).isEmpty())
                .map(family -> metric(family, snapshot.samples(family), names))
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MetricsRequestMarshaler.create(metrics).writeBinaryTo(bytes);
        return parsed(bytes);
    }

    private static ExportMetricsServiceRequest parsed(ByteArrayOutputStream bytes)
            throws InvalidProtocolBufferException {
        return ExportMetricsServiceRequest.parseFrom(bytes.toByteArray());
    }

    private static MetricData metric(Family family, List<Sample> samples, MetricNames names) {
        MetricName name = names.of(family);
        if (family instanceof HistogramFamily histogram) {
            List<HistogramPointData> points = samples.stream()
                    .map(sample -> histogramPoint(histogram, sample, names))
                    .toList();
            return ImmutableMetricData.createDoubleHistogram(
                    RESOURCE,
                    SCOPE,
                    name.name(),
                    family.help(),
                    name.unit(),
                    ImmutableHistogramData.create(AggregationTemporality.CUMULATIVE, points));
        }
        List<DoublePointData> points = samples.stream()
                .filter(sample -> !sample.isAbsent())
                .map(sample -> ImmutableDoublePointData.create(
                        start(sample),
                        NOW,
                        attributes(sample, names),
                        family.type() == FamilyType.GAUGE ? sample.gauge() : sum(sample, name)))
                .toList();
        return family.type() == FamilyType.GAUGE
                ? ImmutableMetricData.createDoubleGauge(
                        RESOURCE, SCOPE, name.name(), family.help(), name.unit(), ImmutableGaugeData.create(points))
                : ImmutableMetricData.createDoubleSum(
                        RESOURCE,
                        SCOPE,
                        name.name(),
                        family.help(),
                        name.unit(),
                        ImmutableSumData.create(true, AggregationTemporality.CUMULATIVE, points));
    }

    private static HistogramPointData histogramPoint(HistogramFamily family, Sample sample, MetricNames names) {
        MetricName name = names.of(family);
        return ImmutableHistogramPointData.create(
                start(sample),
                NOW,
                attributes(sample, names),
                sum(sample, name),
                false,
                0,
                false,
                0,
                family.buckets().texts().stream()
                        .map(text -> new BigDecimal(text)
                                .movePointRight(name.scale())
                                .doubleValue())
                        .toList(),
                LongStream.rangeClosed(0, family.buckets().size())
                        .map(bucket -> sample.bucket((int) bucket))
                        .boxed()
                        .collect(Collectors.toList()));
    }

    private static long start(Sample sample) {
        return sample.series().admittedAtMs() * 1_000_000;
    }

    private static double sum(Sample sample, MetricName name) {
        int digits = sample.series().family().unit().fractionDigits() - name.scale();
        return RecordedStream.sum(sample, digits);
    }

    private static Attributes attributes(Sample sample, MetricNames names) {
        AttributesBuilder attributes = Attributes.builder();
        Family family = sample.series().family();
        names.constants(family).forEach(attributes::put);
        for (int i = 0; i < sample.series().labels().size(); i++) {
            attributes.put(
                    names.attribute(family, sample.series().labels().get(i)),
                    sample.series().labelValues().get(i));
        }
        return attributes.build();
    }
}
