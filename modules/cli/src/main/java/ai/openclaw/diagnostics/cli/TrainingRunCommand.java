package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import ai.openclaw.diagnostics.operator.StatusRoute;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Goes through a Gateway's start, its first status and its first scrape as a newcomer does, and ends: {@code openclaw-archive} lets the
 * virtual machine keep the classes that this needed.
 */
@Command(name = "training-run", hidden = true, description = "Start a Gateway, scrape it once, and end.")
final class TrainingRunCommand implements Callable<Integer> {

    private static final long LIMIT_MS = 60_000;
    private static final Pattern METRICS = Pattern.compile("(?m)^  Metrics +(\\S+)$");
    private static final String CONFIGURATION = """
            {
              // as after `openclaw plugins enable`
              gateway: { auth: { mode: "token", token: "rehearsal" } },
              plugins: { entries: { "diagnostics-prometheus": { enabled: true } } },
              diagnostics: { enabled: true },
            }
            """;

    @Parameters(paramLabel = "FOLDER", description = "A folder for its configuration.")
    private Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path configuration = Files.writeString(folder.resolve("openclaw.json"), CONFIGURATION);
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
        return 0;
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
                            + "\r\nAuthorization: Bearer rehearsal\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
