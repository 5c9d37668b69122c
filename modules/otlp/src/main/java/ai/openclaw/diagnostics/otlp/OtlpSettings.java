package ai.openclaw.diagnostics.otlp;

import static ai.openclaw.diagnostics.otlp.OtlpSource.SECTION;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.otlp.OtlpSource.Found;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the exporter is started with: the section {@code diagnostics.otel} over the {@code OTEL_*} variables over defaults, as
 * the newest reference has it.
 *
 * @param endpoints where each signal that is on is sent to
 * @param resource the attributes of this process: service.name first; never of host, process, system or user
 * @param intervalMs between two exports of metrics, at least 1000
 * @param spanDelayMs how long a span waits at most
 * @param sampleRatio the share of traces whose spans are sent, 0 to 1
 * @param prometheusNames whether a receiver that is a Prometheus gets the names of the pull exporter
 * @param namePrefix what the reference's names begin with
 * @param profile the profile of the metrics, if this exporter is the first of its channel
 * @param genAiNames whether spans of model calls are named as OpenTelemetry's newest conventions have it
 */
record OtlpSettings(
        Map<Signal, OtlpEndpoint> endpoints,
        Map<String, String> resource,
        long intervalMs,
        long spanDelayMs,
        double sampleRatio,
        boolean prometheusNames,
        String namePrefix,
        Profile profile,
        boolean genAiNames) {

    private static final String DEFAULT_ENDPOINT = "http://localhost:4318";
    private static final long DEFAULT_INTERVAL_MS = 60_000;
    private static final long MIN_INTERVAL_MS = 1_000;
    private static final long DEFAULT_SPAN_DELAY_MS = 5_000;
    private static final long DEFAULT_TIMEOUT_MS = 10_000;
    private static final double MAX_MS = 86_400_000;

    /** Attributes that would say where and as whom this process runs. */
    private static final Set<String> HIDDEN =
            Set.of("host", "process", "os", "user", "enduser", "device", "container", "client", "server", "network");

    /**
     * Reads the settings.
     *
     * @param config the section {@code diagnostics.otel}
     * @throws OtlpSettingsException for the first that cannot be used
     */
    static OtlpSettings of(Map<String, ?> config, Map<String, String> environment) {
        OtlpSource source = new OtlpSource(config, environment);
        boolean enabled = source.flag("enabled", true)
                && !"true".equalsIgnoreCase(environment.getOrDefault("OTEL_SDK_DISABLED", ""));
        OtlpSettings settings = new OtlpSettings(
                endpoints(source, enabled),
                resource(source),
                interval(source),
                spanDelay(source),
                sampleRatio(source),
                prometheusNames(source),
                namePrefix(source),
                profile(source),
                environment.getOrDefault("OTEL_SEMCONV_STABILITY_OPT_IN", "").contains("gen_ai_latest_experimental"));
        if (source.flag("captureContent", false)) {
            throw new OtlpSettingsException(SECTION + "captureContent", "not offered: events carry no content");
        }
        source.refuseUnknownKeys();
        return settings;
    }

    /** Returns whether there is anything to send. */
    boolean isEnabled() {
        return !endpoints.isEmpty();
    }

    private static Map<Signal, OtlpEndpoint> endpoints(OtlpSource source, boolean enabled) {
        Map<Signal, OtlpEndpoint> endpoints = new EnumMap<>(Signal.class);
        String shared = source.text("endpoint");
        Headers configured = headers(source);
        for (Signal signal : Signal.values()) {
            boolean on = source.flag(signal.text(), signal != Signal.LOGS);
            String own = source.text(signal.text() + "Endpoint");
            checkProtocol(source, signal);
            OtlpEndpoint endpoint = endpoint(source, signal, own, shared, configured);
            if (enabled && on) {
                endpoints.put(signal, endpoint);
            }
        }
        return endpoints;
    }

    private static void checkProtocol(OtlpSource source, Signal signal) {
        String configured = source.text("protocol");
        Found found =
                configured != null ? new Found(SECTION + "protocol", configured) : source.variable(signal, "PROTOCOL");
        if (found != null && !found.text().equals("http/protobuf")) {
            throw new OtlpSettingsException(
                    found.key(), "only http/protobuf is offered; a collector takes it on port 4318");
        }
    }

    private static OtlpEndpoint endpoint(
            OtlpSource source, Signal signal, @Nullable String own, @Nullable String shared, Headers configured) {
        Found timeout = source.variable(signal, "TIMEOUT");
        Found compression = source.variable(signal, "COMPRESSION");
        return new OtlpEndpoint(
                uri(source, signal, own, shared),
                withVariables(source, signal, configured),
                timeout == null ? DEFAULT_TIMEOUT_MS : positive(timeout),
                compression != null && isGzip(compression),
                text(source.variable(signal, "CERTIFICATE")),
                text(source.variable(signal, "CLIENT_CERTIFICATE")),
                text(source.variable(signal, "CLIENT_KEY")));
    }

    private static java.net.URI uri(OtlpSource source, Signal signal, @Nullable String own, @Nullable String shared) {
        if (own != null) {
            return OtlpEndpoint.exact(SECTION + signal.text() + "Endpoint", own);
        }
        if (shared != null) {
            return OtlpEndpoint.shared(SECTION + "endpoint", shared, signal);
        }
        Found exact = source.found("OTEL_EXPORTER_OTLP_" + signal.variable() + "_ENDPOINT");
        if (exact != null) {
            return OtlpEndpoint.exact(exact.key(), exact.text());
        }
        Found base = source.found("OTEL_EXPORTER_OTLP_ENDPOINT");
        return base != null
                ? OtlpEndpoint.shared(base.key(), base.text(), signal)
                : OtlpEndpoint.shared("default", DEFAULT_ENDPOINT, signal);
    }

    private static Headers headers(OtlpSource source) {
        Headers headers = new Headers();
        source.map("headers").forEach((name, value) -> {
            if (!(value instanceof String text)) {
                throw new OtlpSettingsException(SECTION + "headers", "each value must be a text");
            }
            headers.add(SECTION + "headers", String.valueOf(name), text);
        });
        return headers;
    }

    private static Headers withVariables(OtlpSource source, Signal signal, Headers configured) {
        Headers headers = new Headers();
        for (String variable :
                new String[] {"OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_" + signal.variable() + "_HEADERS"}) {
            Found found = source.found(variable);
            if (found != null) {
                headers.addAll(found.key(), found.text());
            }
        }
        configured.forEach((name, value) -> headers.add(SECTION + "headers", name, value));
        return headers;
    }

    private static long positive(Found found) {
        if (!found.text().matches("[0-9]{1,8}") || Long.parseLong(found.text()) == 0) {
            throw new OtlpSettingsException(found.key(), "must be a number of milliseconds from 1 to 99999999");
        }
        return Long.parseLong(found.text());
    }

    private static boolean isGzip(Found found) {
        String text = found.text().toLowerCase(Locale.ROOT);
        if (!text.equals("gzip") && !text.equals("none")) {
            throw new OtlpSettingsException(found.key(), "must be gzip or none");
        }
        return text.equals("gzip");
    }

    private static @Nullable String text(@Nullable Found found) {
        return found == null ? null : found.text();
    }

    private static Map<String, String> resource(OtlpSource source) {
        Map<String, String> resource = new LinkedHashMap<>();
        Found given = source.found("OTEL_RESOURCE_ATTRIBUTES");
        Headers pairs = new Headers(); // the same notation
        if (given != null) {
            pairs.addAll(given.key(), given.text());
        }
        String name = source.text("serviceName");
        resource.put("service.name", "openclaw");
        pairs.forEach((key, value) -> {
            if (!HIDDEN.contains(key.split("\\.", 2)[0])) {
                resource.put(key, value);
            }
        });
        Found variable = source.found("OTEL_SERVICE_NAME");
        if (name != null) {
            resource.put("service.name", name);
        } else if (variable != null) {
            resource.put("service.name", variable.text());
        }
        return resource;
    }

    private static long interval(OtlpSource source) {
        Double configured = source.number("flushIntervalMs", 0, MAX_MS);
        if (configured != null) {
            return Math.max(MIN_INTERVAL_MS, configured.longValue());
        }
        Found variable = source.found("OTEL_METRIC_EXPORT_INTERVAL");
        return variable == null ? DEFAULT_INTERVAL_MS : Math.max(MIN_INTERVAL_MS, positive(variable));
    }

    private static long spanDelay(OtlpSource source) {
        Double configured = source.number("flushIntervalMs", 0, MAX_MS);
        if (configured != null) {
            return Math.max(MIN_INTERVAL_MS, configured.longValue());
        }
        Found variable = source.found("OTEL_BSP_SCHEDULE_DELAY");
        return variable == null ? DEFAULT_SPAN_DELAY_MS : positive(variable);
    }

    private static double sampleRatio(OtlpSource source) {
        Double configured = source.number("sampleRate", 0, 1);
        if (configured != null) {
            return configured;
        }
        Found sampler = source.found("OTEL_TRACES_SAMPLER");
        if (sampler == null || sampler.text().endsWith("always_on")) {
            return 1;
        }
        if (sampler.text().endsWith("always_off")) {
            return 0;
        }
        if (!sampler.text().endsWith("traceidratio")) {
            throw new OtlpSettingsException(
                    sampler.key(), "must be always_on, always_off or traceidratio, with or without parentbased_");
        }
        Found ratio = source.found("OTEL_TRACES_SAMPLER_ARG");
        return ratio == null ? 1 : ratio(ratio);
    }

    private static double ratio(Found found) {
        try {
            double ratio = Double.parseDouble(found.text());
            if (ratio >= 0 && ratio <= 1) {
                return ratio;
            }
        } catch (NumberFormatException notANumber) {
            // as below
        }
        throw new OtlpSettingsException(found.key(), "must be a number from 0 to 1");
    }

    private static boolean prometheusNames(OtlpSource source) {
        String names = source.text("names");
        if (names != null && !names.equals("prometheus") && !names.equals("openclaw")) {
            throw new OtlpSettingsException(SECTION + "names", "must be openclaw or prometheus");
        }
        return "prometheus".equals(names);
    }

    private static Profile profile(OtlpSource source) {
        String text = source.text("compatibility");
        if (text == null) {
            return Profile.V2026_5;
        }
        return Profile.of(text)
                .orElseThrow(() -> new OtlpSettingsException(
                        SECTION + "compatibility", "must be one of " + String.join(", ", Profile.texts())));
    }

    private static String namePrefix(OtlpSource source) {
        Object prefix = source.get("metricNamePrefix");
        if (prefix == null) {
            return "openclaw.";
        }
        if (!(prefix instanceof String text) || !text.matches("([A-Za-z][A-Za-z0-9_.\\-/]{0,127})?")) {
            throw new OtlpSettingsException(
                    SECTION + "metricNamePrefix",
                    "must be empty, or up to 128 characters of A-Z, a-z, 0-9, _ . - / that begin with a letter");
        }
        return text;
    }
}
