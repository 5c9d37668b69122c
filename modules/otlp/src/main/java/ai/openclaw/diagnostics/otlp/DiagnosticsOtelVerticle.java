package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.catalog.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.Subscription;
import ai.openclaw.diagnostics.events.TelemetryExporter;
import ai.openclaw.diagnostics.policy.InvalidRedactPatternException;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.recording.SharedRecording;
import ai.openclaw.diagnostics.spi.Exporters;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Pushes a Gateway's diagnostics to an OpenTelemetry collector for as long as it is deployed: metrics from the recording that it
 * shares with the pull exporter of the same channel, spans of completed work, and this project's own log entries.
 *
 * <p>Nothing is encoded on an event loop and nothing is sent on a publisher's thread. A collector that does not answer costs
 * nothing but lost spans and entries, which are bounded and counted; metrics are cumulative and heal by themselves.
 *
 * <p>Undeploying exports each signal once more, within five seconds.
 */
public final class DiagnosticsOtelVerticle extends VerticleBase {

    /** The exporter's id: that of the plugin, and its own value in the label {@code exporter}. */
    public static final String ID = "diagnostics-otel";

    private static final System.Logger LOG = System.getLogger(DiagnosticsOtelVerticle.class.getName());
    private static final int BATCH = 512;
    private static final long STOP_MS = 5_000;

    private final DiagnosticsChannel channel;
    private final OtlpSettings settings;
    private final LabelPolicy policy;
    private final List<SignalExporter> exporters = new ArrayList<>();
    private final List<AutoCloseable> resources = new ArrayList<>();

    private DiagnosticsOtelVerticle(DiagnosticsChannel channel, OtlpSettings settings, LabelPolicy policy) {
        this.channel = channel;
        this.settings = settings;
        this.policy = policy;
    }

    /**
     * Returns a verticle to deploy once.
     *
     * @param channel where the Gateway publishes its events
     * @param config the keys of {@code diagnostics.otel}; {@code docs/otlp.md} has them
     * @param environment the {@code OTEL_*} variables that are in force where the configuration says nothing
     * @param redactPatterns what no attribute may hold, beside the built-in patterns
     * @throws OtlpSettingsException for the first setting that cannot be used
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
        Map<String, String> resource = resource();
        settings.endpoints().forEach((signal, endpoint) -> {
            SignalExporter exporter =
                    new SignalExporter(vertx, signal, endpoint, encoder(signal, resource), this::stateChanged);
            exporters.add(exporter);
            resources.add(Exporters.of(channel).add(exporter::exporterStatus));
            exporter.start(signal == Signal.METRICS ? settings.intervalMs() : settings.spanDelayMs());
        });
        settings.endpoints().keySet().forEach(signal -> publish(signal, "started", "configured"));
        if (!settings.isEnabled()) {
            LOG.log(System.Logger.Level.INFO, "Nothing is exported over OTLP: diagnostics.otel.enabled is not true.");
        }
        return Future.succeededFuture();
    }

    private Map<String, String> resource() {
        Map<String, String> resource = new LinkedHashMap<>(settings.resource());
        resource.putIfAbsent("service.instance.id", UUID.randomUUID().toString());
        resource.put("telemetry.sdk.language", "java");
        return resource;
    }

    private SignalExporter.Encoder encoder(Signal signal, Map<String, String> resource) {
        return switch (signal) {
            case METRICS -> metrics(resource);
            case TRACES -> spans(resource);
            case LOGS -> logs(resource);
        };
    }

    private SignalExporter.Encoder metrics(Map<String, String> resource) {
        SharedRecording.Lease lease = SharedRecording.of(channel).open(OpenClawCatalog.of(settings.profile()), policy);
        resources.add(lease);
        MetricNames names =
                settings.prometheusNames() ? MetricNames.prometheus() : MetricNames.reference(settings.namePrefix());
        MetricsWriter writer = new MetricsWriter(lease.store(), names, resource);
        return () -> writer.write(TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
    }

    private SignalExporter.Encoder spans(Map<String, String> resource) {
        SpanQueue queue = new SpanQueue(settings.sampleRatio());
        Subscription subscription = channel.subscribe(queue);
        resources.add(subscription);
        SpanWriter writer = new SpanWriter(policy, resource, settings.genAiNames());
        DropReport drops = new DropReport(Signal.TRACES);
        return new SignalExporter.Encoder() {
            @Override
            public ProtoWriter encode() {
                List<DiagnosticEvent> events = new ArrayList<>();
                queue.drainTo(events, BATCH);
                drops.report(queue.dropped());
                return writer.write(events);
            }

            @Override
            public boolean hasMore() {
                return !queue.isEmpty();
            }
        };
    }

    private SignalExporter.Encoder logs(Map<String, String> resource) {
        LogEntries entries = new LogEntries();
        entries.open();
        resources.add(entries::close);
        LogWriter writer = new LogWriter(resource);
        DropReport drops = new DropReport(Signal.LOGS);
        return new SignalExporter.Encoder() {
            @Override
            public ProtoWriter encode() {
                drops.report(entries.dropped());
                return writer.write(entries.take(BATCH));
            }

            @Override
            public boolean hasMore() {
                return !entries.isEmpty();
            }
        };
    }

    private void stateChanged(Signal signal, boolean working, String reason) {
        if (!working) {
            publish(signal, "failure", "emit_failed");
        }
        LOG.log(
                working ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                working
                        ? "The export of " + signal.text() + " over OTLP works again."
                        : "The export of " + signal.text() + " over OTLP fails: " + reason + ".");
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

    /** Publishes that items are dropped, when that begins. */
    private final class DropReport {
        private final Signal signal;
        private long seen;
        private boolean dropping;

        DropReport(Signal signal) {
            this.signal = signal;
        }

        void report(long dropped) {
            boolean now = dropped > seen;
            if (now && !dropping) {
                publish(signal, "dropped", "queue_full");
            }
            dropping = now;
            seen = dropped;
        }
    }

    @Override
    public Future<?> stop() {
        Future<?> flushed = Future.join(
                        exporters.stream().map(SignalExporter::stop).toList())
                .timeout(STOP_MS, TimeUnit.MILLISECONDS);
        return flushed.<@Nullable Object>mapEmpty()
                .onFailure(late -> exporters.forEach(SignalExporter::abandon))
                .otherwiseEmpty()
                .onComplete(done -> resources.forEach(DiagnosticsOtelVerticle::close));
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.ERROR, "A part of the OTLP exporter could not be closed", e);
        }
    }
}
