package ai.openclaw.diagnostics.otlp;

import static ai.openclaw.diagnostics.otlp.OtlpSource.SECTION;

import ai.openclaw.diagnostics.otlp.OtlpSource.Found;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads where each signal is sent to. The configuration is checked as a whole; variables are only read for signals that are on,
 * since they may be meant for another program.
 */
final class OtlpEndpoints {

    private static final String DEFAULT_ENDPOINT = "http://localhost:4318";
    private static final long DEFAULT_TIMEOUT_MS = 10_000;
    private static final long MAX_TIMEOUT_MS = 3_600_000;

    private final OtlpSource source;
    private final @Nullable String shared;
    private final Map<String, String> headers;

    private OtlpEndpoints(OtlpSource source) {
        this.source = source;
        this.shared = source.text("endpoint");
        this.headers = source.texts("headers");
        refuseOther("protocol", source.text("protocol"));
        headers.forEach((name, value) -> new Headers().add(SECTION + "headers", name, value));
    }

    /** Returns the endpoints of the signals that are on. */
    static Map<Signal, OtlpEndpoint> of(OtlpSource source, long metricsIntervalMs, long batchDelayMs) {
        OtlpEndpoints reader = new OtlpEndpoints(source);
        Map<Signal, OtlpEndpoint> endpoints = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            boolean on = source.flag(signal.text(), signal != Signal.LOGS);
            URI configured = reader.configured(signal);
            if (on) {
                long intervalMs = signal == Signal.METRICS ? metricsIntervalMs : batchDelayMs;
                endpoints.put(signal, reader.endpoint(signal, configured, intervalMs));
            }
        }
        return endpoints;
    }

    private OtlpEndpoint endpoint(Signal signal, @Nullable URI configured, long intervalMs) {
        if (source.text("protocol") == null) {
            Found protocol = source.variable(signal, "PROTOCOL");
            refuseOther(protocol);
        }
        return new OtlpEndpoint(
                configured == null ? ofVariables(signal) : configured,
                headers(signal),
                Math.min(timeoutMs(signal), intervalMs),
                isGzip(source.variable(signal, "COMPRESSION")),
                OtlpTls.of(source, signal));
    }

    private static void refuseOther(String key, @Nullable String protocol) {
        refuseOther(protocol == null ? null : new Found(SECTION + key, protocol));
    }

    private static void refuseOther(@Nullable Found protocol) {
        if (protocol != null && !protocol.text().equals("http/protobuf")) {
            throw new OtlpSettingsException(
                    protocol.key(), "only http/protobuf is offered; a collector takes it on port 4318");
        }
    }

    private @Nullable URI configured(Signal signal) {
        String key = signal.text() + "Endpoint";
        String exact = source.text(key);
        if (exact != null) {
            return OtlpEndpoint.exact(SECTION + key, exact);
        }
        return shared == null ? null : OtlpEndpoint.shared(SECTION + "endpoint", shared, signal);
    }

    private URI ofVariables(Signal signal) {
        Found exact = source.found("OTEL_EXPORTER_OTLP_" + signal.variable() + "_ENDPOINT");
        if (exact != null) {
            return OtlpEndpoint.exact(exact.key(), exact.text());
        }
        Found base = source.found("OTEL_EXPORTER_OTLP_ENDPOINT");
        return base == null
                ? OtlpEndpoint.shared("default", DEFAULT_ENDPOINT, signal)
                : OtlpEndpoint.shared(base.key(), base.text(), signal);
    }

    private Headers headers(Signal signal) {
        Headers all = new Headers();
        List<String> variables =
                List.of("OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_" + signal.variable() + "_HEADERS");
        for (String variable : variables) {
            Found found = source.found(variable);
            if (found != null) {
                Pairs.parse(variable, found.text()).forEach((name, value) -> all.add(variable, name, value));
            }
        }
        headers.forEach((name, value) -> all.add(SECTION + "headers", name, value));
        return all;
    }

    private long timeoutMs(Signal signal) {
        Found found = source.variable(signal, "TIMEOUT");
        return found == null ? DEFAULT_TIMEOUT_MS : source.number(found.key(), 1, MAX_TIMEOUT_MS, DEFAULT_TIMEOUT_MS);
    }

    private static boolean isGzip(@Nullable Found compression) {
        String text = compression == null ? "none" : compression.text().toLowerCase(Locale.ROOT);
        if (compression != null && !text.equals("gzip") && !text.equals("none")) {
            throw new OtlpSettingsException(compression.key(), "must be gzip or none");
        }
        return text.equals("gzip");
    }
}
