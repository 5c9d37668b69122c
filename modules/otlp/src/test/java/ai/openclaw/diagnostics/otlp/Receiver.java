package ai.openclaw.diagnostics.otlp;

import static io.vertx.core.Future.await;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** A receiver of OTLP that behaves as it is told to, and keeps what it took. */
final class Receiver implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger mostConnections = new AtomicInteger();
    private final HttpServer server;
    private volatile BiConsumer<HttpServerRequest, Buffer> behaviour = this::take;

    private record Taken(String path, Buffer body) {}

    private Receiver(HttpServerOptions options) {
        server = await(vertx.createHttpServer(options)
                .connectionHandler(connection -> {
                    mostConnections.accumulateAndGet(connections.incrementAndGet(), Math::max);
                    connection.closeHandler(closed -> connections.decrementAndGet());
                })
                .requestHandler(request -> request.body().onSuccess(body -> {
                    requests.incrementAndGet();
                    behaviour.accept(request, body);
                }))
                .listen());
    }

    static Receiver start() {
        return start(0);
    }

    static Receiver start(int port) {
        return start(new HttpServerOptions().setHost("127.0.0.1").setPort(port));
    }

    static Receiver start(HttpServerOptions options) {
        return new Receiver(options);
    }

    /** Answers every request in this way from now on. */
    void behave(BiConsumer<HttpServerRequest, Buffer> how) {
        behaviour = how;
    }

    /** Takes an export. */
    void take(HttpServerRequest request, Buffer body) {
        taken.add(new Taken(request.path(), body));
        request.response().end();
    }

    int port() {
        return server.actualPort();
    }

    int requests() {
        return requests.get();
    }

    int mostConnections() {
        return mostConnections.get();
    }

    private List<Buffer> taken(Signal signal) {
        return taken.stream()
                .filter(it -> it.path().endsWith("/" + signal.path()))
                .map(Taken::body)
                .toList();
    }

    /** Returns the exports of metrics. */
    List<Buffer> metrics() {
        return taken(Signal.METRICS);
    }

    /** Returns the sum of a counter in the newest export of metrics, -1 if there is none. */
    double counter(String name) {
        List<Buffer> exports = metrics();
        for (int i = exports.size() - 1; i >= 0; i--) {
            double sum = counterIn(exports.get(i), name);
            if (sum >= 0) {
                return sum;
            }
        }
        return -1;
    }

    /** Returns the sum of a counter in an export, -1 if it is not there. */
    private static double counterIn(Buffer body, String name) {
        return metrics(body).stream()
                .filter(metric -> metric.getName().equals(name))
                .mapToDouble(metric -> metric.getSum().getDataPointsList().stream()
                        .mapToDouble(point -> point.getAsDouble())
                        .sum())
                .findFirst()
                .orElse(-1);
    }

    private static List<Metric> metrics(Buffer body) {
        try {
            return ExportMetricsServiceRequest.parseFrom(body.getBytes())
                    .getResourceMetrics(0)
                    .getScopeMetrics(0)
                    .getMetricsList();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns how many spans all exports have. */
    int spans() {
        return taken(Signal.TRACES).stream().mapToInt(Receiver::spansIn).sum();
    }

    private static int spansIn(Buffer body) {
        try {
            return ExportTraceServiceRequest.parseFrom(body.getBytes())
                    .getResourceSpans(0)
                    .getScopeSpans(0)
                    .getSpansCount();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
