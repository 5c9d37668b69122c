package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.http.route.HttpLimits;
import ai.openclaw.diagnostics.http.route.HttpServers;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A server to be scraped, in a separate process, which {@link LoadTest} starts. It prints its port and obeys its
 * standard input: {@code events N} records so many events a second from then on, {@code hold} prints in microseconds how
 * long the event loop was held at most since it was last asked, and how often Vert.x found it blocked for 2 ms, which it also
 * does when the loop just waits for a processor.
 */
final class LoadServer {

    private static final AtomicLong HELD_NANOS = new AtomicLong();
    private static final AtomicInteger BLOCKED = new AtomicInteger();
    private static final AtomicInteger EVENTS_PER_SECOND = new AtomicInteger();

    private LoadServer() {}

    /** Runs until the standard input ends: {@code library series}. */
    public static void main(String[] arguments) throws Exception {
        Subject subject = Peers.of(arguments[0]);
        int series = Integer.parseInt(arguments[1]);
        Subject.fill(subject, series);
        int port = subject instanceof ClientJavaSubject java ? listen(java) : listen(subject);
        Thread writer = new Thread(() -> write(subject, Subject.tuples(series)), "writer");
        writer.setDaemon(true);
        writer.start();
        System.out.println(port);
        obey();
        System.exit(0);
    }

    private static void obey() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("events ")) {
                EVENTS_PER_SECOND.set(Integer.parseInt(line.substring("events ".length())));
            } else {
                System.out.println(HELD_NANOS.getAndSet(0) / 1000 + " " + BLOCKED.getAndSet(0));
            }
        }
    }

    // ---------------------------------------------------------------- servers

    private static int listen(ClientJavaSubject subject) throws IOException {
        return HTTPServer.builder()
                .hostname("127.0.0.1")
                .port(0)
                .registry(subject.registry)
                .buildAndStart()
                .getPort();
    }

    private static int listen(Subject subject) throws Exception {
        Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker").addHandler(new BlockedCounter());
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setBlockedThreadCheckInterval(1)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setMaxEventLoopExecuteTime(2));
        Router router = Router.router(vertx);
        if (subject instanceof ExporterSubject ours) {
            User reader = User.fromName("reader");
            reader.authorizations().put("load", PermissionBasedAuthorization.create("operator.read"));
            ScrapeRoute.of(vertx, ours.exposition())
                    .mount(
                            router,
                            SimpleAuthenticationHandler.create()
                                    .authenticate(context -> Future.succeededFuture(reader)));
        } else {
            router.get(ScrapeRoute.PATH).handler(context -> scrape(subject, context));
        }
        Context loop = vertx.getOrCreateContext();
        var options =
                HttpServers.options(HttpLimits.DEFAULT).setCompressionSupported(!(subject instanceof ExporterSubject));
        var server = HttpServers.create(vertx, HttpLimits.DEFAULT, options, router);
        AtomicInteger port = new AtomicInteger();
        loop.runOnContext(now -> {
            watch(vertx);
            server.listen(0, "127.0.0.1").onSuccess(it -> port.set(it.actualPort()));
        });
        while (port.get() == 0) {
            Thread.sleep(5);
        }
        return port.get();
    }

    /** As vertx-micrometer-metrics does it: rendered and compressed on the event loop. */
    private static void scrape(Subject subject, RoutingContext context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 22);
        try {
            subject.scrape(out);
            context.response()
                    .putHeader("Content-Type", "text/plain; version=0.0.4")
                    .end(Buffer.buffer(out.toByteArray()));
        } catch (IOException e) {
            context.fail(e);
        }
    }

    /**
     * Ticks once a millisecond on the loop that serves: the processor time that the loop spent between two ticks is how
     * long it was held. Time that it waited for a processor is the machine's affair.
     */
    private static void watch(Vertx vertx) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] last = {threads.getCurrentThreadCpuTime()};
        vertx.setPeriodic(1, tick -> {
            long now = threads.getCurrentThreadCpuTime();
            HELD_NANOS.accumulateAndGet(now - last[0], Math::max);
            last[0] = now;
        });
    }

    // ----------------------------------------------------------------- events

    private static void write(Subject subject, int tuples) {
        Workload workload = Workload.of(tuples);
        while (true) {
            int perMillisecond = EVENTS_PER_SECOND.get() / 1000;
            for (int i = 0; i < perMillisecond; i++) {
                subject.record(workload.next());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static final class BlockedCounter extends Handler {
        @Override
        public void publish(LogRecord record) {
            BLOCKED.incrementAndGet();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
