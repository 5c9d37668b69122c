package ai.openclaw.diagnostics.otlp;

import static io.vertx.core.Future.await;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.catalog.domain.RunMetrics;
import ai.openclaw.diagnostics.otlp.metrics.MetricNames;
import ai.openclaw.diagnostics.otlp.metrics.MetricsEncoder;
import ai.openclaw.diagnostics.otlp.metrics.MetricsWriter;
import ai.openclaw.diagnostics.otlp.wire.Encoder;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import ai.openclaw.diagnostics.store.LabeledSeries;
import ai.openclaw.diagnostics.store.SeriesStore;
import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.Ports;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The event loop does other work while 2,048 series are exported to a receiver that is slow or dead: nothing is encoded on it, and
 * its turns go on while an export is in flight. Turns are counted, not timed, so that a busy machine does not matter.
 */
class EventLoopTest {

    private static final int SERIES = 2_048;
    private static final int TURNS = 10_000;
    private static final int EXPORTS = 20;
    private static final long TIMEOUT_MS = 3_600_000;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final SeriesStore store = SeriesStore.create(OpenClawCatalog.CATALOG, SERIES);
    private final List<String> encodedOn = new CopyOnWriteArrayList<>();
    private final AtomicLong turns = new AtomicLong();

    /** How a receiver does not do what it should. */
    enum Receives {
        NOTHING_IT_IS_NOT_THERE,
        CONNECTIONS_BUT_NO_BYTE,
        REQUESTS_BUT_DOES_NOT_ANSWER
    }

    @BeforeEach
    void fill() {
        for (int i = 0; i < SERIES / 2; i++) { // two series each
            change(i);
        }
        assertThat(store.size()).isGreaterThan(SERIES - 3);
    }

    private void change(int i) {
        LabeledSeries run =
                store.getOrReserve(RunMetrics.RUN, "cli", "m" + i % SERIES, "completed", "openai", "user", "", "", "");
        run.observe(RunMetrics.RUN_DURATION, i);
        run.add(RunMetrics.RUN_COMPLETED, 1);
    }

    @AfterEach
    void close() {
        await(vertx.close());
    }

    /** The real encoder, with a note of the thread that it was called on. */
    private final class NotingEncoder implements Encoder {
        private final Encoder encoder = new MetricsEncoder(
                () -> new MetricsWriter(store, MetricNames.reference("openclaw."), Map.of("service.name", "openclaw")));

        @Override
        public void prepare() {
            note();
            encoder.prepare();
        }

        @Override
        public ProtoWriter encode() {
            note();
            return encoder.encode();
        }

        private void note() {
            encodedOn.add((Context.isOnEventLoopThread() ? "loop " : "worker ")
                    + Thread.currentThread().getName());
        }
    }

    /** Silent. */
    private static final class NoListener implements SignalExporter.Listener {

        @Override
        public void failing(Signal signal) {}

        @Override
        public void dropping(Signal signal) {}
    }

    private SignalExporter start(int port, long timeoutMs, boolean gzip) {
        OtlpEndpoint read = OtlpSettings.of(Map.of("endpoint", "http://127.0.0.1:" + port), Map.of())
                .endpoints()
                .get(Signal.METRICS);
        OtlpEndpoint endpoint = new OtlpEndpoint(read.uri(), read.headers(), timeoutMs, gzip, read.tls());
        SignalExporter exporter =
                new SignalExporter(vertx, Signal.METRICS, endpoint, new NotingEncoder(), new NoListener());
        loop.runOnContext(on -> exporter.start(1));
        return exporter;
    }

    private void turn(Object ignored) {
        if (turns.incrementAndGet() < TURNS) {
            loop.runOnContext(this::turn);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLoopTurnsWhileAnExportIsInFlight(Receives receives) throws IOException {
        AtomicLong arrived = new AtomicLong();
        Vertx receiver = Vertx.vertx();
        try {
            int port =
                    receives == Receives.NOTHING_IT_IS_NOT_THERE ? Ports.free() : listen(receiver, receives, arrived);
            SignalExporter exporter = start(port, TIMEOUT_MS, false);
            Await.until("it was encoded at the start and for an export", () -> encodedOn.size() >= 2);
            Await.until(
                    "the export is in flight",
                    () -> port == 0 || receives == Receives.NOTHING_IT_IS_NOT_THERE || arrived.get() > 0);
            loop.runOnContext(this::turn);
            Await.until(TURNS + " turns", () -> turns.get() >= TURNS);
            assertThat(exporter.status().requests())
                    .as("exports that have ended")
                    .isZero();
            assertThat(encodedOn).hasSize(2).allMatch(thread -> thread.startsWith("worker "));
        } finally {
            await(receiver.close());
        }
    }

    private static int listen(Vertx receiver, Receives receives, AtomicLong arrived) {
        NetServer server = receiver.createNetServer().connectHandler(socket -> {
            if (receives == Receives.CONNECTIONS_BUT_NO_BYTE) {
                socket.pause();
                arrived.incrementAndGet();
            } else {
                readOnly(socket, arrived);
            }
        });
        return await(server.listen(0, "127.0.0.1")).actualPort();
    }

    private static void readOnly(NetSocket socket, AtomicLong arrived) {
        socket.handler(bytes -> arrived.addAndGet(bytes.length()));
    }

    @Test
    void nothingIsEncodedOrCompressedOnTheLoop() {
        try (Receiver receiver = Receiver.start()) {
            SignalExporter exporter = start(receiver.port(), TIMEOUT_MS, true);
            Await.until("exports", () -> {
                change((int) turns.incrementAndGet() % 1_000);
                return exporter.status().requests() >= EXPORTS;
            });
            assertThat(encodedOn).hasSizeGreaterThan(EXPORTS).allMatch(thread -> thread.startsWith("worker "));
        }
    }
}
