package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.Subscription;
import ai.openclaw.diagnostics.events.TelemetryExporter;
import ai.openclaw.diagnostics.otlp.logs.LogEntries;
import ai.openclaw.diagnostics.otlp.logs.LogWriter;
import ai.openclaw.diagnostics.otlp.logs.QueuedLogEntry;
import ai.openclaw.diagnostics.otlp.metrics.MetricsEncoder;
import ai.openclaw.diagnostics.otlp.metrics.MetricsWriter;
import ai.openclaw.diagnostics.otlp.queue.BoundedQueue;
import ai.openclaw.diagnostics.otlp.queue.QueueEncoder;
import ai.openclaw.diagnostics.otlp.traces.SpanQueue;
import ai.openclaw.diagnostics.otlp.traces.SpanWriter;
import ai.openclaw.diagnostics.otlp.wire.Encoder;
import ai.openclaw.diagnostics.policy.InvalidRedactPatternException;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.recording.SharedRecording;
import ai.openclaw.diagnostics.spi.ConfigProblemsException;
import ai.openclaw.diagnostics.spi.Exporters;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Pushes a Gateway's diagnostics to an OpenTelemetry collector for as long as it is deployed: metrics from the recording that it
 * shares with the pull exporter of the same channel, spans of completed work, and this project's own log entries.
 *
 * <p>Nothing is encoded on an event loop and nothing is sent on a publisher's thread. While a collector does not answer, spans
 * and log entries are lost and counted; metrics are cumulative, so the next export makes up for the lost ones.
 *
 * <p>Undeploying exports each signal once more, within five seconds.
 */
public final class DiagnosticsOtelVerticle extends VerticleBase {

    /** The exporter's id: that of the plugin, and its own value in the label {@code exporter}. */
    public static final String ID = "diagnostics-otel";

    private static final System.Logger LOG = System.getLogger(DiagnosticsOtelVerticle.class.getName());

    /** Leaves a part of the five seconds that a Gateway gives to a plugin for closing the rest. */
    private static final long FLUSH_LIMIT_MS = 4_000;

    private final DiagnosticsChannel channel;
    private final OtlpSettings settings;
    private final LabelPolicy policy;
    private final List<SignalExporter> exporters = new ArrayList<>();
    private final List<AutoCloseable> resources = new ArrayList<>();

    DiagnosticsOtelVerticle(DiagnosticsChannel channel, OtlpSettings settings, LabelPolicy policy) {
        this.channel = channel;
        this.settings = settings;
        this.policy = policy;
    }

    /**
     * Returns a verticle to deploy once. Reads the files of certificates that the variables name.
     *
     * @param channel where the Gateway publishes its events
     * @param config the keys of {@code diagnostics.otel}; {@code docs/otlp.md} has them
     * @param environment the {@code OTEL_*} variables that are in force where the configuration says nothing
     * @param redactPatterns what no attribute may hold, beside the built-in patterns
     * @throws ConfigProblemsException with all the settings that cannot be used
     * @throws InvalidRedactPatternException if a pattern is invalid or could take too long
     */
    public static DiagnosticsOtelVerticle create(
            DiagnosticsChannel channel,
            Map<String, ?> config,
            Map<String, String> environment,
            List<String> redactPatterns) {
        return new DiagnosticsOtelVerticle(
                channel, OtlpSettings.of(config, environment), LabelPolicy.withRedactPatterns(redactPatterns));
    }

    @Override
    public Future<?> start() {
        if (settings.endpoints().isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "Nothing is exported over OTLP: diagnostics.otel.enabled is not true.");
        }
        try {
            for (Map.Entry<Signal, OtlpEndpoint> endpoint : settings.endpoints().entrySet()) {
                start(endpoint.getKey(), endpoint.getValue());
            }
        } catch (RuntimeException e) {
            closeResources();
            throw e;
        }
        for (Signal signal : settings.endpoints().keySet()) {
            publish(signal, "started", "configured");
        }
        return Future.succeededFuture();
    }

    private void start(Signal signal, OtlpEndpoint endpoint) {
        SignalExporter exporter = new SignalExporter(vertx, signal, endpoint, encoder(signal), new Reports());
        exporters.add(exporter);
        resources.add(Exporters.of(channel).add(exporter::status));
        exporter.start(signal == Signal.METRICS ? settings.metricsIntervalMs() : settings.batchDelayMs());
    }

    private Encoder encoder(Signal signal) {
        return switch (signal) {
            case METRICS -> metrics();
            case TRACES -> spans();
            case LOGS -> logs();
        };
    }

    private Encoder metrics() {
        SharedRecording.Lease lease = SharedRecording.of(channel).open(OpenClawCatalog.of(settings.profile()), policy);
        resources.add(lease);
        return new MetricsEncoder(() -> new MetricsWriter(lease.store(), settings.names(), settings.resource()));
    }

    private Encoder spans() {
        BoundedQueue<DiagnosticEvent> queue = new BoundedQueue<>(settings.maxQueueSize());
        Subscription subscription = channel.subscribe(new SpanQueue(queue, settings.sampleRatio()));
        resources.add(subscription);
        SpanWriter writer = new SpanWriter(policy, settings.resource(), settings.genAiNames());
        return new QueueEncoder<>(queue, settings.maxBatchSize(), writer::write);
    }

    private Encoder logs() {
        BoundedQueue<QueuedLogEntry> queue = new BoundedQueue<>(settings.maxQueueSize());
        LogEntries entries = LogEntries.open(queue);
        resources.add(entries::close);
        LogWriter writer = new LogWriter(settings.resource());
        return new QueueEncoder<>(queue, settings.maxBatchSize(), writer::write);
    }

    /** Publishes what exporters report. */
    private final class Reports implements SignalExporter.Listener {

        @Override
        public void failing(Signal signal) {
            publish(signal, "failure", "emit_failed");
        }

        @Override
        public void dropping(Signal signal) {
            publish(signal, "dropped", "queue_full");
        }
    }

    private void publish(Signal signal, String status, String reason) {
        channel.publish(
                TelemetryExporter.builder()
                        .exporter(ID)
                        .signal(signal.text())
                        .status(status)
                        .reason(reason)
                        .build(),
                Provenance.INTERNAL);
    }

    @Override
    public Future<?> stop() {
        List<Future<Boolean>> flushes =
                exporters.stream().map(SignalExporter::stop).toList();
        Future<?> flushed = Future.join(flushes).timeout(FLUSH_LIMIT_MS, TimeUnit.MILLISECONDS);
        return flushed.<@Nullable Object>mapEmpty()
                .onFailure(late -> exporters.forEach(SignalExporter::abandon))
                .otherwiseEmpty()
                .onComplete(done -> {
                    reportFailures(flushes);
                    closeResources();
                });
    }

    private void reportFailures(List<Future<Boolean>> flushes) {
        List<Signal> signals = List.copyOf(settings.endpoints().keySet());
        for (int i = 0; i < flushes.size(); i++) {
            Future<Boolean> flush = flushes.get(i);
            if (!flush.succeeded() || !flush.result()) {
                publish(signals.get(i), "failure", "shutdown_failed");
                String text = signals.get(i).text();
                LOG.log(System.Logger.Level.WARNING, "The last export of " + text + " over OTLP failed.");
            }
        }
    }

    private void closeResources() {
        resources.forEach(DiagnosticsOtelVerticle::close);
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.ERROR, "A part of the OTLP exporter could not be closed", e);
        }
    }
}
