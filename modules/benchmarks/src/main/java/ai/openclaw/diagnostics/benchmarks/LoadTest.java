package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Scrapes over sockets at a fixed pace, whatever the answers take: a scrape's time counts from when it was due, so that a
 * slow answer shows in those behind it too. Usage: {@code LoadTest FILE [SECONDS]}.
 */
public final class LoadTest {

    /** All scrapers of a scenario together. */
    private static final int SCRAPES_PER_SECOND = 20;

    /** What a scraper waits at most. */
    private static final int TIMEOUT_MS = 10_000;

    private static final int WARM_UP_SCRAPES = 500;
    private static final int SETTLE_MS = 500;

    /** What goes on beside the scrape that is measured. */
    enum Scenario {
        ALONE(0, 1, 0),
        EVENTS(100_000, 1, 0),
        TEN_SCRAPERS(0, 10, 0),
        SLOW_READERS(0, 1, 50);

        final int eventsPerSecond;
        final int scrapers;
        final int slowReaders;

        Scenario(int eventsPerSecond, int scrapers, int slowReaders) {
            this.eventsPerSecond = eventsPerSecond;
            this.scrapers = scrapers;
            this.slowReaders = slowReaders;
        }
    }

    private final int seconds;
    private final JsonArray results = new JsonArray();
    private final AtomicInteger failures = new AtomicInteger();

    private LoadTest(int seconds) {
        this.seconds = seconds;
    }

    /** Runs everything and writes the results as JSON. */
    public static void main(String[] arguments) throws Exception {
        LoadTest test = new LoadTest(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5);
        for (int series : new int[] {256, 2048}) {
            for (String library : List.of("openclaw", "micrometer", "client_java")) {
                test.run(library, series);
            }
        }
        Files.writeString(Path.of(arguments[0]), test.results.encodePrettily() + "\n");
    }

    private void run(String library, int series) throws Exception {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadServer.class.getName(),
                        library,
                        Integer.toString(series))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String path = library.equals("client_java") ? "/metrics" : ScrapeRoute.PATH;
            URI uri = URI.create("http://127.0.0.1:" + out.readLine() + path);
            for (boolean gzip : new boolean[] {false, true}) {
                for (int i = 0; i < WARM_UP_SCRAPES; i++) {
                    scrape(uri, gzip);
                }
                for (Scenario scenario : Scenario.values()) {
                    tell(server, "events " + scenario.eventsPerSecond);
                    JsonObject result;
                    try (SlowReaders slow = new SlowReaders(uri, gzip, scenario.slowReaders)) {
                        Thread.sleep(SETTLE_MS);
                        ask(server, out); // accepting connections is not what is measured
                        result = measure(uri, gzip, scenario);
                    }
                    String[] held = ask(server, out).split(" ");
                    results.add(result.put("library", library)
                            .put("series", series)
                            .put("heldUs", Long.parseLong(held[0]))
                            .put("blocked2ms", Integer.parseInt(held[1])));
                    System.out.println(result.encode());
                }
            }
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static void tell(Process server, String command) throws IOException {
        server.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        server.getOutputStream().flush();
    }

    private static String ask(Process server, BufferedReader out) throws IOException {
        tell(server, "hold");
        return out.readLine();
    }

    private JsonObject measure(URI uri, boolean gzip, Scenario scenario) throws Exception {
        Histogram latencies = new ConcurrentHistogram(3);
        AtomicLong bytes = new AtomicLong();
        List<Thread> scrapers = new ArrayList<>();
        for (int i = 0; i < scenario.scrapers; i++) {
            Thread scraper =
                    new Thread(() -> scrapeOnTime(uri, gzip, scenario.scrapers, latencies, bytes), "scraper-" + i);
            scraper.start();
            scrapers.add(scraper);
        }
        for (Thread scraper : scrapers) {
            scraper.join();
        }
        return new JsonObject()
                .put("scenario", scenario.name())
                .put("encoding", gzip ? "gzip" : "identity")
                .put("scrapes", latencies.getTotalCount())
                .put("failed", failures.getAndSet(0))
                .put("bytes", bytes.get())
                .put("p50Us", latencies.getValueAtPercentile(50))
                .put("p99Us", latencies.getValueAtPercentile(99))
                .put("maxUs", latencies.getMaxValue());
    }

    private void scrapeOnTime(URI uri, boolean gzip, int scrapers, Histogram latencies, AtomicLong bytes) {
        long interval = scrapers * 1_000_000_000L / SCRAPES_PER_SECOND;
        long start = System.nanoTime();
        for (int i = 0; i < seconds * SCRAPES_PER_SECOND / scrapers; i++) {
            long due = start + i * interval;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            try {
                bytes.set(scrape(uri, gzip));
            } catch (UncheckedIOException e) {
                failures.incrementAndGet();
                return; // it would fail again, and take as long
            }
            latencies.recordValue((System.nanoTime() - due) / 1000);
        }
    }

    private static long scrape(URI uri, boolean gzip) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            connection.setRequestProperty("Accept-Encoding", gzip ? "gzip" : "identity");
            connection.setRequestProperty("Accept", "text/plain;version=0.0.4");
            try (InputStream in = connection.getInputStream()) {
                return in.readAllBytes().length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clients who ask again and again, and read two kilobytes every fifty milliseconds. */
    private static final class SlowReaders implements AutoCloseable {
        private final List<Socket> sockets = new ArrayList<>();
        private final Thread reader;
        private volatile boolean open = true;

        SlowReaders(URI uri, boolean gzip, int count) {
            byte[] request = ("GET " + uri.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: "
                            + (gzip ? "gzip" : "identity") + "\r\n\r\n")
                    .repeat(3)
                    .getBytes(StandardCharsets.US_ASCII);
            try {
                for (int i = 0; i < count; i++) {
                    connect(uri, request);
                }
            } catch (IOException e) {
                System.err.println("The server took " + sockets.size() + " slow readers: " + e.getMessage());
            }
            reader = new Thread(this::read, "slow-readers");
            reader.start();
        }

        private void connect(URI uri, byte[] request) throws IOException {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(8192);
            socket.connect(new InetSocketAddress("127.0.0.1", uri.getPort()), TIMEOUT_MS);
            socket.getOutputStream().write(request);
            sockets.add(socket);
        }

        private void read() {
            byte[] some = new byte[2048];
            try {
                while (open) {
                    for (Socket socket : sockets) {
                        if (socket.getInputStream().available() > 0) {
                            socket.getInputStream().read(some);
                        }
                    }
                    Thread.sleep(50);
                }
            } catch (IOException e) {
                // closed below, or by a server that had enough
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws IOException {
            open = false;
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
