package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.auth.OperatorSecret;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.gateway.Gateway;
import ai.openclaw.diagnostics.gateway.GatewayOptions;
import ai.openclaw.diagnostics.plugin.DiagnosticsPrometheusPlugin;
import ai.openclaw.diagnostics.pluginhost.DiscoveredPlugin;
import ai.openclaw.diagnostics.pluginhost.NamedPlugin;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * A Gateway with a full store that records 100,000 events a second, in a separate process, which {@link StatusLoad} starts:
 * {@code StatusGateway PROFILE}. It prints its port, then for each line of its standard input, since the line before: in
 * microseconds how long its event loop was held at most by processor time and by the clock, how many events were published, and,
 * since the start, the processor time that statuses took, then the 99.9th percentile of the first number and its sum.
 */
final class StatusGateway {

    static final String TOKEN = "status-load-0123456789abcdef";

    private static final int EVENTS_PER_MILLISECOND = 100;
    private static final int RUNS = 600;
    private static final int TOOLS = 900;
    private static final long TICK_MS = 1;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Recorder USED_NANOS = new Recorder(3);
    private static final AtomicLong LATE_NANOS = new AtomicLong();
    private static final AtomicLong EVENTS = new AtomicLong();

    private StatusGateway() {}

    /** Runs until the standard input ends. */
    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.builder().withTransport(Gateway.transport()).build();
        Gateway gateway = start(vertx, options(arguments[0]));
        Thread writer = new Thread(() -> publish(gateway.channel()), "writer");
        writer.setDaemon(true);
        writer.start();
        System.out.println(gateway.url().replaceAll(".*:", ""));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            Histogram used = USED_NANOS.getIntervalHistogram();
            System.out.println(used.getMaxValue() / 1000 + " " + LATE_NANOS.getAndSet(0) / 1000 + " "
                    + EVENTS.getAndSet(0) + " " + builderNanos() / 1000 + " " + used.getValueAtPercentile(99.9) / 1000
                    + " " + Math.round(used.getMean() * used.getTotalCount() / 1000));
        }
        System.exit(0);
    }

    /** Returns the processor time of the thread that puts the status together, since the start. */
    private static long builderNanos() {
        long nanos = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("diagnostics-status")) {
                nanos += THREADS.getThreadCpuTime(thread.getThreadId());
            }
        }
        return nanos;
    }

    private static GatewayOptions options(String profile) {
        NamedPlugin exporter = NamedPlugin.of(new DiagnosticsPrometheusPlugin());
        return new GatewayOptions(
                "127.0.0.1",
                0,
                OperatorSecret.of(OperatorSecret.Mode.TOKEN, TOKEN, "the load test"),
                null,
                List.of(),
                List.of(DiscoveredPlugin.bundled(exporter).withConfig(Map.of("compatibility", profile))),
                Map.of(),
                true,
                false,
                List.of(),
                null,
                0,
                null);
    }

    /** Starts it on the event loop that is then watched: the one that serves. */
    private static Gateway start(Vertx vertx, GatewayOptions options) {
        Promise<Gateway> started = Promise.promise();
        vertx.runOnContext(onLoop -> {
            watch(vertx);
            Future<Gateway> starting = Gateway.start(vertx, options);
            starting.onComplete(started);
        });
        return started.future().toCompletionStage().toCompletableFuture().join();
    }

    private static void watch(Vertx vertx) {
        tick(vertx, THREADS.getCurrentThreadCpuTime(), System.nanoTime());
    }

    private static void tick(Vertx vertx, long usedBefore, long before) {
        vertx.setTimer(TICK_MS, due -> {
            long used = THREADS.getCurrentThreadCpuTime();
            long now = System.nanoTime();
            USED_NANOS.recordValue(used - usedBefore);
            LATE_NANOS.accumulateAndGet(now - before - TICK_MS * 1_000_000, Math::max);
            tick(vertx, used, now);
        });
    }

    private static void publish(DiagnosticsChannel channel) {
        Workload runs = Workload.of(RUNS);
        long due = System.nanoTime();
        for (int i = 0; ; i++) {
            channel.publish(event(i, runs), Provenance.TRUSTED);
            EVENTS.incrementAndGet();
            if (i % EVENTS_PER_MILLISECOND == 0) {
                due += 1_000_000;
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    /** Runs, tools and tokens; one tool in ten has a name that never comes again, so that the store is full and drops. */
    private static DiagnosticEvent event(int i, Workload runs) {
        switch (i % 3) {
            case 0:
                return runs.next();
            case 1:
                return ToolExecutionCompleted.builder()
                        .toolName("tool-" + (i % 30 == 1 ? i : i / 3 % TOOLS))
                        .durationMs(i % 1000)
                        .build();
            default:
                return ModelUsage.builder()
                        .provider("provider-" + i / 3 % 6)
                        .model("model-" + i / 3 % 40)
                        .durationMs(i % 1000)
                        .build();
        }
    }
}
