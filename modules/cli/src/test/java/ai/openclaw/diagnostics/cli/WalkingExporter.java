package ai.openclaw.diagnostics.cli;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * An exporter that answers from a recorded exposition, whose counters walk: at the n-th scrape of a path each counter has
 * n times its recorded value. So between two scrapes everything grows by what was recorded.
 */
final class WalkingExporter implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final String recorded;
    private final Map<String, AtomicLong> scrapes = new ConcurrentHashMap<>();
    private final HttpServer server;

    private WalkingExporter(String recorded) {
        this.recorded = recorded;
        this.server = vertx.createHttpServer().requestHandler(request -> {
            long walked = scrapes.computeIfAbsent(request.path(), path -> new AtomicLong())
                    .incrementAndGet();
            request.response()
                    .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                    .end(at(walked));
        });
    }

    /** Starts one with a recording, which may be compressed by gzip. */
    static WalkingExporter of(Path recording) {
        WalkingExporter exporter = new WalkingExporter(read(recording));
        try {
            exporter.server
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            exporter.close();
            throw new AssertionError("the recording cannot be served", e);
        }
        return exporter;
    }

    private static String read(Path recording) {
        try (InputStream file = new GZIPInputStream(Files.newInputStream(recording))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(recording + " cannot be read", e);
        }
    }

    String address() {
        return "127.0.0.1:" + server.actualPort();
    }

    /** Returns what was recorded. */
    ExpositionText recorded() {
        return ExpositionText.parse(recorded);
    }

    private String at(long walked) {
        return recorded.lines().map(line -> walked(line, walked)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String walked(String line, long times) {
        int value = line.lastIndexOf(' ') + 1;
        boolean counts = !line.startsWith("#")
                && line.substring(0, value).matches("\\w+_(total|bucket|count|sum)[ {].*")
                && !line.startsWith("openclaw_worker_");
        return counts
                ? line.substring(0, value)
                        + new BigDecimal(line.substring(value))
                                .multiply(BigDecimal.valueOf(times))
                                .toPlainString()
                : line;
    }

    @Override
    public void close() {
        vertx.close();
    }
}
