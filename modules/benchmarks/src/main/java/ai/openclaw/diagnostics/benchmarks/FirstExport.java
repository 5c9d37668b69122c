package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.otlp.DiagnosticsOtelVerticle;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.recording.SharedRecording;
import com.sun.management.OperatingSystemMXBean;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What the first export of 2,048 series costs a process that already runs Vert.x with a server and a client: the CPU time of the
 * whole process until the receiver, a server in it, has the body. Usage: {@code FirstExport openclaw|sdk}.
 */
public final class FirstExport {

    private static final int SERIES = 2_048;
    private static final long SETTLED_MS = 1_000;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<Integer> received = new CompletableFuture<>();
    private final int port = await(vertx.createHttpServer()
                    .requestHandler(request -> request.body().onSuccess(body -> {
                        if (request.method().equals(HttpMethod.POST)) {
                            received.complete(body.length());
                        }
                        request.response().end();
                    }))
                    .listen(0, "127.0.0.1"))
            .actualPort();

    private final HttpClient client = vertx.createHttpClient(); // one that nothing refers to is closed

    private FirstExport() {
        await(client.request(HttpMethod.GET, port, "127.0.0.1", "/")
                .compose(request -> request.send())
                .compose(response -> response.end()));
    }

    /** Measures one. */
    public static void main(String[] arguments) {
        FirstExport measurement = new FirstExport();
        if (arguments[0].equals("sdk")) {
            measurement.sdk();
        } else {
            measurement.openclaw();
        }
        System.exit(0);
    }

    private void openclaw() {
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        try (SharedRecording.Lease lease =
                SharedRecording.of(channel).open(OpenClawCatalog.CATALOG, LabelPolicy.standard())) {
            for (int i = 0; lease.store().size() < SERIES; i++) {
                String[] t = Workload.tuple(i);
                channel.publish(
                        RunCompleted.builder()
                                .channel(t[0])
                                .model(t[1])
                                .outcome(t[2])
                                .provider(t[3])
                                .trigger(t[4])
                                .durationMs(i)
                                .build(),
                        Provenance.INTERNAL);
            }
            long before = before();
            Map<String, Object> config =
                    Map.of("endpoint", "http://127.0.0.1:" + port, "flushIntervalMs", 1_000, "traces", false);
            await(vertx.deployVerticle(DiagnosticsOtelVerticle.create(channel, config, Map.of(), List.of())));
            report(before);
        }
    }

    private void sdk() {
        OpenTelemetryOtlpSubject subject = new OpenTelemetryOtlpSubject(MemoryMode.IMMUTABLE_DATA);
        Subject.fill(subject, SERIES);
        long before = before();
        OtlpHttpMetricExporter exporter = OtlpHttpMetricExporter.builder()
                .setEndpoint("http://127.0.0.1:" + port + "/v1/metrics")
                .build();
        exporter.export(subject.collect());
        report(before);
    }

    /** Waits until the compiler is done with what came before, so that its work does not count. */
    private static long before() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long compiledMs = -1;
        while (compiler.getTotalCompilationTime() != compiledMs) {
            compiledMs = compiler.getTotalCompilationTime();
            pause();
        }
        return SYSTEM.getProcessCpuTime();
    }

    private static void pause() {
        try {
            Thread.sleep(SETTLED_MS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(long before) {
        int bytes = received.join();
        System.out.printf("%d ms of CPU, %d bytes%n", (SYSTEM.getProcessCpuTime() - before) / 1_000_000, bytes);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
