package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import ai.openclaw.diagnostics.operator.StatusRoute;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Goes through a Gateway's start, its first status, its first scrape and its first export over OTLP, and ends:
 * {@code openclaw-archive} lets the virtual machine keep the classes that this needed.
 */
@Command(name = "training-run", hidden = true, description = "Start a Gateway, scrape it once, and end.")
final class TrainingRunCommand implements Callable<Integer> {

    private static final long LIMIT_MS = 60_000;
    private static final Pattern METRICS = Pattern.compile("(?m)^  Metrics +(\\S+)$");
    private static final String CONFIGURATION = """
            {
              // as after `openclaw plugins enable`
              gateway: { auth: { mode: "token", token: "rehearsal" } },
              plugins: { entries: { "diagnostics-prometheus": { enabled: true }, "diagnostics-otel": { enabled: true } } },
              diagnostics: {
                enabled: true,
                otel: { enabled: true, endpoint: "http://127.0.0.1:%d", protocol: "http/protobuf", flushIntervalMs: 1000 },
              },
            }
            """;

    @Parameters(paramLabel = "FOLDER", description = "A folder for its configuration.")
    private Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Receiver receiver = Receiver.start()) {
            train(receiver);
        }
        return 0;
    }

    private void train(Receiver receiver) throws IOException, InterruptedException {
        Path configuration =
                Files.writeString(folder.resolve("openclaw.json"), CONFIGURATION.formatted(receiver.port()));
        StringWriter screen = new StringWriter();
        Thread gateway = new Thread(() -> runGateway(configuration, screen), "rehearsal");
        gateway.setDaemon(true);
        gateway.start();
        URI metrics = awaitMetrics(gateway, screen);
        get(metrics, StatusRoute.PATH); // else the first status takes most of a second
        String answer = get(metrics, ScrapeRoute.PATH);
        if (!answer.startsWith("HTTP/1.1 200 ")) {
            throw GatewayException.failed(
                    "The rehearsed scrape was answered with: " + answer.lines().findFirst());
        }
        if (!receiver.awaitExport(LIMIT_MS)) {
            throw GatewayException.failed("The rehearsed Gateway exported nothing over OTLP.");
        }
    }

    private static void runGateway(Path configuration, StringWriter screen) {
        CommandLine commandLine = Openclaw.commandLine(System.getenv()).setOut(new PrintWriter(screen, true));
        commandLine.execute("gateway", "run", "--demo", "--port", "0", "--config", configuration.toString());
    }

    /** Returns where the metrics are, once the start screen says it. */
    private static URI awaitMetrics(Thread gateway, StringWriter screen) throws InterruptedException {
        long deadline = System.currentTimeMillis() + LIMIT_MS;
        while (gateway.isAlive() && System.currentTimeMillis() < deadline) {
            Matcher metrics = METRICS.matcher(screen.toString());
            if (metrics.find()) {
                return URI.create(metrics.group(1));
            }
            Thread.sleep(5);
        }
        throw GatewayException.failed("The rehearsed Gateway did not start.");
    }

    /** Asks as a scraper does, by a socket: a client's classes have no place in a server's archive. */
    private static String get(URI metrics, String path) throws IOException {
        try (Socket socket = new Socket(metrics.getHost(), metrics.getPort())) {
            OutputStream request = socket.getOutputStream();
            request.write(("GET " + path + " HTTP/1.1\r\nHost: " + metrics.getAuthority()
                            + "\r\n"
                            + "Authorization: Bearer rehearsal\r\n"
                            + "Accept-Encoding: gzip\r\n"
                            + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Takes what a Gateway pushes over OTLP, by sockets: the classes of a server come from the Gateway itself. */
    static final class Receiver implements AutoCloseable {

        private static final int BACKLOG = 8;
        private static final String CONTENT_LENGTH = "content-length:";
        private static final byte[] TAKEN =
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        private final ServerSocket server;
        private final CountDownLatch exported = new CountDownLatch(1);

        private Receiver(ServerSocket server) {
            this.server = server;
        }

        static Receiver start() throws IOException {
            Receiver receiver = new Receiver(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            thread(receiver::accept);
            return receiver;
        }

        private static void thread(Runnable work) {
            Thread thread = new Thread(work, "rehearsal-receiver");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return server.getLocalPort();
        }

        /** Waits until an export has arrived; returns false if that takes longer than the limit. */
        boolean awaitExport(long limitMs) throws InterruptedException {
            return exported.await(limitMs, TimeUnit.MILLISECONDS);
        }

        private void accept() {
            try {
                while (!server.isClosed()) {
                    Socket connection = server.accept();
                    thread(() -> serve(connection));
                }
            } catch (IOException closed) {
                // the training run has ended
            }
        }

        private void serve(Socket connection) {
            try (connection) {
                InputStream in = new BufferedInputStream(connection.getInputStream());
                for (String request = line(in); !request.isEmpty(); request = line(in)) {
                    in.skipNBytes(bodyLength(in));
                    connection.getOutputStream().write(TAKEN);
                    exported.countDown();
                }
            } catch (IOException closed) {
                // by the Gateway
            }
        }

        /** Reads the headers. */
        private static long bodyLength(InputStream in) throws IOException {
            long length = 0;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                if (header.toLowerCase(Locale.ROOT).startsWith(CONTENT_LENGTH)) {
                    length = Long.parseLong(
                            header.substring(CONTENT_LENGTH.length()).strip());
                }
            }
            return length;
        }

        /** Returns the next line, empty at the end. */
        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.append((char) next);
            }
            return line.toString().stripTrailing();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
