package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.ingest.IngestRoute;
import ai.openclaw.diagnostics.plugin.ExporterOptions;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Sends a recording to the endpoint for events, batch after batch, gzip, and prints what that costs the receiver's threads and
 * how long its event loop is held. Usage:
 * {@code IngestLoad RECORDING PROFILE SECONDS EVENTS_PER_BATCH [EVENTS_PER_SECOND]}; without a pace as fast as it goes. Costs are processor time, so that other work on the machine counts little.
 */
public final class IngestLoad {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_EVENTS = 2_000_000;
    private static final int REPORT_SECONDS = 60;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Vertx clientVertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client = clientVertx.createHttpClient();
    private final IngestRoute route;
    private final int port;
    private final List<Buffer> batches;
    private final int batchEvents;
    private final LoopProbe probe = new LoopProbe();
    private final long loop;
    private long number;

    private IngestLoad(Path recording, Profile profile, int batchEvents) throws IOException {
        PrometheusExporter exporter =
                PrometheusExporter.create(ExporterOptions.defaults().withProfile(profile), Rejections.create());
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        channel.subscribe(exporter.recorder());
        this.route = IngestRoute.of(vertx, channel, Rejections.create());
        this.batches = batches(recording, batchEvents);
        this.batchEvents = batchEvents;
        Router router = Router.router(vertx);
        route.mount(router, SimpleAuthenticationHandler.create().authenticate(context -> {
            User user = User.fromName("load");
            user.authorizations().put("load", PermissionBasedAuthorization.create("operator.write"));
            return Future.succeededFuture(user);
        }));
        Promise<Long> thread = Promise.promise();
        vertx.runOnContext(onLoop -> thread.complete(Thread.currentThread().getId()));
        this.loop = await(thread.future());
        this.port = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"))
                .actualPort();
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        IngestLoad load = new IngestLoad(
                Path.of(arguments[0]), Profile.of(arguments[1]).orElseThrow(), Integer.parseInt(arguments[3]));
        int pace = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 0;
        System.out.printf(Locale.ROOT, "profile %s, batches of %s events%n", arguments[1], arguments[3]);
        load.send(WARM_UP_EVENTS, 0);
        load.measure(Integer.parseInt(arguments[2]), pace);
        load.vertx.close();
        load.clientVertx.close();
    }

    /** Alternates between what it costs and how long the loop is held, since looking costs, too. */
    private void measure(int seconds, int pace) throws InterruptedException {
        for (int passed = 0; passed < seconds; passed += REPORT_SECONDS) {
            int half = Math.min(REPORT_SECONDS, seconds - passed) / 2;
            long cpu = receiverCpu();
            long events = sendFor(half, pace);
            cpu = receiverCpu() - cpu;
            probe.start(vertx);
            sendFor(half, pace);
            report(events, half, cpu, probe.stop());
        }
    }

    private static void report(long events, int seconds, long cpuNanos, LoopProbe.Held held) {
        System.out.printf(
                Locale.ROOT,
                "%,d events in %d s; %,.0f events for a second of the receiver's processor time; loop held %.2f ms of"
                        + " processor time at most, by the clock %.2f ms, %d of %,d turns over 2 ms; heap after a collection %.1f MiB%n",
                events,
                seconds,
                events * 1e9 / cpuNanos,
                held.maxCpu / 1e6,
                held.maxClock / 1e6,
                held.longTurns,
                held.turns,
                heapAfterCollection() / 1048576.0);
    }

    private long sendFor(int seconds, int pace) {
        long before = route.status().events();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < until) {
            send(batchEvents, pace);
        }
        return route.status().events() - before;
    }

    private void send(long events, int pace) {
        for (long sent = 0; sent < events; sent += batchEvents) {
            long due = System.nanoTime() + (pace == 0 ? 0 : batchEvents * 1_000_000_000L / pace);
            int status = await(client.request(HttpMethod.POST, port, "127.0.0.1", IngestRoute.PATH)
                    .compose(request -> request.putHeader("Content-Encoding", "gzip")
                            .putHeader("X-Stream-Id", "load")
                            .putHeader("X-Batch", String.valueOf(++number))
                            .send(batches.get((int) (number % batches.size())))
                            .compose(response -> response.end().map(response.statusCode()))));
            if (status != 200) {
                throw new IllegalStateException("status " + status);
            }
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    /** The event loop's and the recording thread's. */
    private long receiverCpu() {
        long nanos = THREADS.getThreadCpuTime(loop);
        for (ThreadInfo info : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            boolean recording = info != null && info.getThreadName().startsWith("diagnostics-ingest");
            nanos += recording ? THREADS.getThreadCpuTime(info.getThreadId()) : 0;
        }
        return nanos;
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static List<Buffer> batches(Path recording, int batchEvents) throws IOException {
        List<String> lines;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(recording))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        List<Buffer> batches = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += batchEvents) {
            List<String> batch = new ArrayList<>();
            for (int i = 0; i < batchEvents; i++) {
                batch.add(lines.get((from + i) % lines.size()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                zip.write(String.join("\n", batch).getBytes(StandardCharsets.UTF_8));
            }
            batches.add(Buffer.buffer(out.toByteArray()));
        }
        return batches;
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
