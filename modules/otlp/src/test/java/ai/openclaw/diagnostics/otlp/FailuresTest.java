package ai.openclaw.diagnostics.otlp;

import static io.vertx.core.Future.await;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.Subscription;
import ai.openclaw.diagnostics.events.TelemetryExporter;
import ai.openclaw.diagnostics.events.TraceContext;
import ai.openclaw.diagnostics.otlp.metrics.MetricNames;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.spi.ExporterStatus;
import ai.openclaw.diagnostics.spi.Exporters;
import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole exporter, at intervals of milliseconds, in front of a receiver that fails in every way. */
class FailuresTest {

    private static final long INTERVAL_MS = 5;
    private static final String RUNS = "openclaw.run.completed";

    /** Of spans, every five seconds; metrics are exported twelve times less often. */
    private static final int EXPORTS_OF_AN_HOUR = 720;

    private static final int MANY_BATCHES = 10_000;

    private final Vertx vertx = Vertx.vertx();
    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final List<LogRecord> log = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger("ai.openclaw.diagnostics.otlp");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            log.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Subscription subscription = () -> {};
    private int published;

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        subscription = channel.subscribe((event, provenance) -> {
            if (event instanceof TelemetryExporter exporter) {
                reports.add(exporter.signal() + " " + exporter.status() + " " + exporter.reason());
            }
        });
    }

    @AfterEach
    void close() {
        subscription.close();
        await(vertx.close());
        logger.removeHandler(handler);
    }

    /** @param timeoutMs of an export: no retry is in time, unless it is beyond a second */
    private String deploy(int port, long timeoutMs) {
        OtlpSettings read = OtlpSettings.of(Map.of("endpoint", "http://127.0.0.1:" + port), Map.of());
        Map<Signal, OtlpEndpoint> endpoints = new EnumMap<>(Signal.class);
        read.endpoints()
                .forEach((signal, it) -> endpoints.put(
                        signal, new OtlpEndpoint(it.uri(), it.headers(), timeoutMs, it.gzip(), it.tls())));
        OtlpSettings quick = new OtlpSettings(
                endpoints,
                read.resource(),
                INTERVAL_MS,
                INTERVAL_MS,
                read.maxQueueSize(),
                read.maxBatchSize(),
                1,
                MetricNames.reference("openclaw."),
                read.profile(),
                false);
        return await(vertx.deployVerticle(new DiagnosticsOtelVerticle(channel, quick, LabelPolicy.standard())));
    }

    private void publish(int runs) {
        for (int i = 0; i < runs; i++) {
            published++;
            channel.publish(
                    RunCompleted.builder()
                            .outcome("completed")
                            .ts(1.8e12)
                            .trace(new TraceContext(1, published, published, 0, (byte) 1))
                            .build(),
                    Provenance.INTERNAL);
        }
    }

    private ExporterStatus status(Signal signal) {
        return Exporters.of(channel).statuses().stream()
                .filter(status -> status.signal().equals(signal.text()))
                .findFirst()
                .orElseThrow();
    }

    private long warnings() {
        return log.stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .count();
    }

    private void awaitRightCounters(Receiver receiver) {
        Await.until("all " + published + " runs arrived", () -> receiver.counter(RUNS) == published);
    }

    @Test
    void anHourWithoutACollectorCostsNothingAndIsMadeGood() throws IOException {
        int port = Ports.free();
        deploy(port, 500);
        long usedEarly = 0;
        for (int export = 1; export <= EXPORTS_OF_AN_HOUR; export++) {
            long failures = status(Signal.TRACES).failures();
            publish(10);
            Await.until("another export failed", () -> status(Signal.TRACES).failures() > failures);
            if (export == EXPORTS_OF_AN_HOUR / 4) {
                usedEarly = usedBytes();
            }
        }
        assertThat(usedBytes() - usedEarly).as("growth in bytes").isLessThan(2 << 20);
        assertThat(reports)
                .containsExactlyInAnyOrder(
                        "metrics started configured",
                        "traces started configured",
                        "metrics failure emit_failed",
                        "traces failure emit_failed");
        assertThat(warnings()).as("one line a minute and signal").isBetween(2L, 6L);

        try (Receiver receiver = Receiver.start(port)) {
            publish(3);
            awaitRightCounters(receiver);
            Await.until("spans arrive again", () -> status(Signal.TRACES).last() != null);
        }
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void aSilentReceiverHoldsOneConnectionForEachSignal() {
        try (Receiver receiver = Receiver.start()) {
            receiver.behave((request, body) -> {});
            deploy(receiver.port(), 20);
            publish(5_000); // more than wait
            Await.until("exports time out", () -> status(Signal.METRICS).failures() > 60);
            assertThat(receiver.mostConnections())
                    .as("one of each signal, and those that are being closed")
                    .isLessThan(20);
            assertThat(reports).contains("traces dropped queue_full");
            receiver.behave(receiver::take);
            awaitRightCounters(receiver);
        }
    }

    /** While more is added than is sent, one export follows the other without an end. */
    @Test
    void thousandsOfBatchesInARowAreSent() {
        try (Receiver receiver = Receiver.start()) {
            receiver.behave((request, body) -> request.response().end());
            Map<String, String> batchesOfOne =
                    Map.of("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "1", "OTEL_BSP_MAX_QUEUE_SIZE", "65536");
            Map<String, Object> config = Map.of(
                    "endpoint", "http://127.0.0.1:" + receiver.port(), "metrics", false, "flushIntervalMs", 1_000);
            await(vertx.deployVerticle(DiagnosticsOtelVerticle.create(channel, config, batchesOfOne, List.of())));
            publish(MANY_BATCHES);
            Await.until("all spans arrived", () -> receiver.requests() == MANY_BATCHES);
            publish(1);
            Await.until("another one", () -> receiver.requests() == MANY_BATCHES + 1);
            assertThat(status(Signal.TRACES).failures()).isZero();
            assertThat(warnings()).isZero();
        }
    }

    @Test
    void aReceiverThatAsksForAPauseGetsIt() {
        try (Receiver receiver = Receiver.start()) {
            receiver.behave((request, body) -> request.response()
                    .setStatusCode(429)
                    .putHeader("Retry-After", "3600")
                    .end());
            deploy(receiver.port(), 1_000);
            publish(1);
            Await.until("both signals were refused", () -> receiver.requests() == 2);
            Await.until("twenty intervals", ticks(20));
            assertThat(receiver.requests()).isEqualTo(2);
        }
    }

    private BooleanSupplier ticks(int count) {
        List<Long> seen = new CopyOnWriteArrayList<>();
        vertx.setPeriodic(INTERVAL_MS, seen::add);
        return () -> seen.size() >= count;
    }

    @Test
    void aRetryThatIsAskedForAtOnceIsMadeSoon() {
        try (Receiver receiver = Receiver.start()) {
            receiver.behave((request, body) -> request.response()
                    .setStatusCode(429)
                    .putHeader("Retry-After", "0")
                    .end());
            deploy(receiver.port(), 60_000);
            publish(1);
            long startNanos = System.nanoTime();
            Await.until("retries", () -> receiver.requests() > 20);
            assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
                    .as("ten rounds of two signals, a tenth of a second apart at least")
                    .isGreaterThan(Duration.ofMillis(800));
            receiver.behave(receiver::take);
            awaitRightCounters(receiver);
            assertThat(status(Signal.METRICS).failures()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 400, 401, 503})
    void aRefusalIsMadeGoodByTheNextExport(int status) {
        try (Receiver receiver = Receiver.start()) {
            receiver.behave(
                    (request, body) -> request.response().setStatusCode(status).end());
            deploy(receiver.port(), 500);
            publish(7);
            Await.until("failures", () -> status(Signal.METRICS).failures() > 5);
            receiver.behave(receiver::take);
            awaitRightCounters(receiver);
            Await.until(
                    "the log says so",
                    () -> log.stream().anyMatch(it -> it.getMessage().contains("metrics over OTLP works again")));
            assertThat(reports).containsOnlyOnce("metrics failure emit_failed");
        }
    }

    @Test
    void connectionsThatAreResetAreOpenedAgain() {
        try (Receiver receiver = Receiver.start()) {
            receiver.behave((request, body) -> request.connection().close());
            deploy(receiver.port(), 500);
            publish(7);
            Await.until("failures", () -> status(Signal.METRICS).failures() > 20);
            receiver.behave(receiver::take);
            awaitRightCounters(receiver);
        }
    }

    @Test
    void whatAReceiverRejectsIsLoggedAndNotSentAgain() {
        byte[] partial = {0x0a, 0x02, 0x08, 0x03}; // three
        try (Receiver receiver = Receiver.start()) {
            receiver.behave((request, body) -> request.response().end(Buffer.buffer(partial)));
            deploy(receiver.port(), 1_000);
            publish(1);
            Await.until(
                    "the log says so",
                    () -> log.stream()
                            .anyMatch(it -> it.getMessage().contains("rejected 3 items of an export of traces")));
            assertThat(status(Signal.TRACES).failures()).isZero();
        }
    }

    @Test
    void theLastEventsAreSentAtTheEnd() {
        try (Receiver receiver = Receiver.start()) {
            String deployment = deploy(receiver.port(), 1_000);
            publish(2_000); // several batches
            await(vertx.undeploy(deployment));
            assertThat(receiver.counter(RUNS)).isEqualTo(2_000);
            assertThat(receiver.spans()).isEqualTo(2_000);
            assertThat(Exporters.of(channel).statuses()).isEmpty();
            assertThat(reports).containsExactlyInAnyOrder("metrics started configured", "traces started configured");
        }
    }

    @Test
    void aSilentReceiverDoesNotHoldUpTheEnd() {
        try (Receiver receiver = Receiver.start()) {
            receiver.behave((request, body) -> {});
            String deployment = deploy(receiver.port(), 3_600_000);
            publish(1);
            Await.until("an export is in flight", () -> receiver.requests() > 0);
            await(vertx.undeploy(deployment));
            assertThat(reports).contains("metrics failure shutdown_failed");
        }
    }
}
