package ai.openclaw.diagnostics.otlp;

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

    private static final URI DEFAULT_ENDPOINT = URI.create("http://localhost:4318");
    private static final long DEFAULT_TIMEOUT_MS = 10_000;
    private static final long MAX_TIMEOUT_MS = 3_600_000;
    private static final String HEADERS = "headers";

    private final OtlpSource source;
    private final @Nullable Found shared;
    private final @Nullable Found protocol;
    private final Map<String, String> headers;

    private OtlpEndpoints(OtlpSource source) {
        this.source = source;
        this.shared = source.configured("endpoint");
        this.protocol = source.configured("protocol");
        this.headers = source.texts(HEADERS);
        refuseOther(protocol);
        addConfigured(new Headers());
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
        if (protocol == null) {
            refuseOther(source.variable(signal, "PROTOCOL"));
        }
        return new OtlpEndpoint(
                configured == null ? ofVariables(signal) : configured,
                headers(signal),
                Math.min(timeoutMs(signal), intervalMs),
                isGzip(source.variable(signal, "COMPRESSION")),
                OtlpTls.of(source, signal));
    }

    private void refuseOther(@Nullable Found found) {
        if (found != null && !found.text().equals("http/protobuf")) {
            source.refuse(found.notOneOf("\"http/protobuf\", which a collector takes on port 4318"));
        }
    }

    /** Returns the URL that is configured, null if that is for the variables to say. */
    private @Nullable URI configured(Signal signal) {
        Found exact = source.configured(signal.text() + "Endpoint");
        if (exact != null) {
            return exact(exact);
        }
        return shared == null ? null : shared(shared, signal);
    }

    private URI ofVariables(Signal signal) {
        Found exact = source.found("OTEL_EXPORTER_OTLP_" + signal.variable() + "_ENDPOINT");
        if (exact != null) {
            return exact(exact);
        }
        Found all = source.found("OTEL_EXPORTER_OTLP_ENDPOINT");
        return all == null ? DEFAULT_ENDPOINT.resolve("/" + signal.path()) : shared(all, signal);
    }

    private URI exact(Found url) {
        return source.tried(() -> OtlpEndpoint.exact(url), DEFAULT_ENDPOINT);
    }

    private URI shared(Found url, Signal signal) {
        return source.tried(() -> OtlpEndpoint.shared(url, signal), DEFAULT_ENDPOINT);
    }

    private Headers headers(Signal signal) {
        Headers all = new Headers();
        List<String> variables =
                List.of("OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_" + signal.variable() + "_HEADERS");
        for (String variable : variables) {
            Found found = source.found(variable);
            if (found != null) {
                source.check(() -> Pairs.parse(found).forEach((name, value) -> all.add(found, name, value)));
            }
        }
        addConfigured(all);
        return all;
    }

    private void addConfigured(Headers all) {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            Found found = Found.key(HEADERS, header.getValue());
            source.check(() -> all.add(found, header.getKey(), found.text()));
        }
    }

    private long timeoutMs(Signal signal) {
        Found found = source.variable(signal, "TIMEOUT");
        return found == null ? DEFAULT_TIMEOUT_MS : source.number(found.name(), 1, MAX_TIMEOUT_MS, DEFAULT_TIMEOUT_MS);
    }

    private boolean isGzip(@Nullable Found compression) {
        String text = compression == null ? "none" : compression.text().toLowerCase(Locale.ROOT);
        if (compression != null && !text.equals("gzip") && !text.equals("none")) {
            source.refuse(compression.notOneOf("gzip or none"));
        }
        return text.equals("gzip");
    }
}
