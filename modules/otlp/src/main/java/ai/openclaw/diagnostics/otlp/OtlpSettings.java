package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.otlp.OtlpSource.Found;
import ai.openclaw.diagnostics.otlp.metrics.MetricNames;
import ai.openclaw.diagnostics.spi.ConfigProblemsException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the exporter is started with: the section {@code diagnostics.otel} over the {@code OTEL_*} variables over defaults, as
 * the newest reference has it.
 *
 * @param endpoints where each signal that is on is sent to; empty if nothing is sent
 * @param resource the attributes that everything that is sent has in common
 * @param metricsIntervalMs between two exports of metrics, at least 1000
 * @param batchDelayMs between two exports of spans or log entries, at least 1000
 * @param maxQueueSize how many spans or log entries wait at most
 * @param maxBatchSize how many of them one request has at most
 * @param sampleRatio the share of traces whose spans are sent, 0 to 1
 * @param names how metrics and attributes are called
 * @param profile the profile of the metrics, if this exporter is the first of its channel
 * @param genAiNames whether spans of model calls are named as OpenTelemetry's newest conventions have it
 */
record OtlpSettings(
        Map<Signal, OtlpEndpoint> endpoints,
        Map<String, String> resource,
        long metricsIntervalMs,
        long batchDelayMs,
        int maxQueueSize,
        int maxBatchSize,
        double sampleRatio,
        MetricNames names,
        Profile profile,
        boolean genAiNames) {

    private static final long METRICS_INTERVAL_MS = 60_000;
    private static final long BATCH_DELAY_MS = 5_000;
    private static final long MIN_INTERVAL_MS = 1_000;
    private static final long MAX_INTERVAL_MS = 86_400_000;
    private static final int MAX_QUEUE_SIZE = 2_048;
    private static final int MAX_QUEUE_SIZE_LIMIT = 65_536;
    private static final int MAX_BATCH_SIZE = 512;
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z][A-Za-z0-9_.\\-/]{0,127})?");

    /**
     * Reads the settings, and the files of certificates that they name.
     *
     * @param config the section {@code diagnostics.otel}
     * @throws ConfigProblemsException with all that cannot be used
     */
    static OtlpSettings of(Map<String, ?> config, Map<String, String> environment) {
        boolean enabled = isEnabled(config, environment);
        OtlpSource source = new OtlpSource(config, enabled ? environment : Map.of());
        source.flag("enabled", true);
        long metricsIntervalMs = intervalMs(source, "OTEL_METRIC_EXPORT_INTERVAL", METRICS_INTERVAL_MS);
        long batchDelayMs = intervalMs(source, "OTEL_BSP_SCHEDULE_DELAY", BATCH_DELAY_MS);
        int maxQueueSize = (int) source.number("OTEL_BSP_MAX_QUEUE_SIZE", 1, MAX_QUEUE_SIZE_LIMIT, MAX_QUEUE_SIZE);
        int maxBatchSize =
                (int) source.number("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", 1, MAX_QUEUE_SIZE_LIMIT, MAX_BATCH_SIZE);
        Map<Signal, OtlpEndpoint> endpoints = OtlpEndpoints.of(source, metricsIntervalMs, batchDelayMs);
        OtlpSettings settings = new OtlpSettings(
                enabled ? endpoints : Map.of(),
                ResourceAttributes.of(source),
                metricsIntervalMs,
                batchDelayMs,
                maxQueueSize,
                Math.min(maxBatchSize, maxQueueSize),
                SampleRatio.of(source, endpoints.containsKey(Signal.TRACES)),
                names(source),
                profile(source),
                genAiNames(source));
        refuseContent(source);
        refuseDelta(source, endpoints.containsKey(Signal.METRICS));
        source.refuseProblems();
        return settings;
    }

    private static boolean isEnabled(Map<String, ?> config, Map<String, String> environment) {
        OtlpSource source = new OtlpSource(config, environment);
        Found disabled = source.found("OTEL_SDK_DISABLED");
        return source.flag("enabled", true)
                && (disabled == null || !disabled.text().equalsIgnoreCase("true"));
    }

    private static long intervalMs(OtlpSource source, String variable, long otherwise) {
        Double configured = source.number("flushIntervalMs", 0, MAX_INTERVAL_MS);
        long intervalMs =
                configured != null ? configured.longValue() : source.number(variable, 1, MAX_INTERVAL_MS, otherwise);
        return Math.max(MIN_INTERVAL_MS, intervalMs);
    }

    private static MetricNames names(OtlpSource source) {
        String prefix = source.emptyOrText("metricNamePrefix");
        Found names = source.configured("names");
        if (names != null && !List.of("openclaw", "prometheus").contains(names.text())) {
            source.refuse(names.notOneOf("\"openclaw\" or \"prometheus\""));
        }
        if (prefix != null && !PREFIX.matcher(prefix).matches()) {
            source.refuse(Found.key("metricNamePrefix", prefix)
                    .notOneOf("up to 128 characters of A-Z, a-z, 0-9, _ . - / that begin with a letter, or none"));
        }
        return names != null && names.text().equals("prometheus")
                ? MetricNames.prometheus()
                : MetricNames.reference(prefix == null ? "openclaw." : prefix);
    }

    private static Profile profile(OtlpSource source) {
        Found text = source.configured("compatibility");
        return text == null ? Profile.V2026_5 : source.tried(() -> profile(text), Profile.V2026_5);
    }

    private static Profile profile(Found found) {
        return Profile.of(found.text())
                .orElseThrow(() -> found.notOneOf("\"" + String.join("\" or \"", Profile.texts()) + "\""));
    }

    private static boolean genAiNames(OtlpSource source) {
        Found optIn = source.found("OTEL_SEMCONV_STABILITY_OPT_IN");
        return optIn != null && List.of(optIn.text().split("\\s*,\\s*")).contains("gen_ai_latest_experimental");
    }

    private static void refuseContent(OtlpSource source) {
        if (source.flag("captureContent", false)) {
            source.refuse(Found.key("captureContent", "").refused("found true, allowed false: events have no content"));
        }
    }

    private static void refuseDelta(OtlpSource source, boolean metrics) {
        Found temporality = source.found("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE");
        if (metrics && temporality != null && !temporality.text().equalsIgnoreCase("cumulative")) {
            source.refuse(temporality.notOneOf("cumulative; a collector has a processor cumulativetodelta"));
        }
    }
}
