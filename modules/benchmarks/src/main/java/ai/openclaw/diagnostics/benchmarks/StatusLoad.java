package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.operator.StatusRoute;
import io.vertx.core.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Asks for the status of a Gateway in a separate process over one kept connection, twenty times a second, and prints how long the
 * answers take and how long the Gateway's event loop was held, first without a question. Usage: {@code StatusLoad PROFILE SECONDS
 * [ANSWERS]}, where as many answers are read beforehand as fast as they come. With few of them the virtual machine interprets
 * most of what a request takes, which holds the loop for some five times as long.
 */
public final class StatusLoad {

    private static final int ASKS_PER_SECOND = 20;
    private static final String WARM_UP_ANSWERS = "10000";
    private static final int ANSWERS_PER_CONNECTION = 500; // the server closes one after 1,000
    private static final String LENGTH = "content-length:";

    private final Process gateway;
    private final BufferedReader out;
    private final int port;
    private final byte[] request;
    private Socket connection;
    private InputStream in;
    private long builtMicros;

    private StatusLoad(Process gateway) throws IOException {
        this.gateway = gateway;
        this.out = new BufferedReader(new InputStreamReader(gateway.getInputStream(), StandardCharsets.UTF_8));
        this.port = Integer.parseInt(out.readLine());
        this.request = ("GET " + StatusRoute.PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + StatusGateway.TOKEN + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        connect();
    }

    private void connect() throws IOException {
        connection = new Socket("127.0.0.1", port);
        connection.setTcpNoDelay(true);
        in = new BufferedInputStream(connection.getInputStream());
    }

    /** As after a pause in which the server has closed the connection. */
    private void reconnect() throws IOException {
        connection.close();
        connect();
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[1]);
        Process gateway = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StatusGateway.class.getName(),
                        arguments[0])
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            StatusLoad load = new StatusLoad(gateway);
            int answers = Integer.parseInt(arguments.length > 2 ? arguments[2] : WARM_UP_ANSWERS);
            load.warmUp(answers);
            System.out.println("profile " + arguments[0] + ", after " + answers + " answers");
            load.builtMicros = Long.parseLong(load.hold().split(" ")[3]);
            LockSupport.parkNanos(seconds * 1_000_000_000L);
            load.reconnect();
            long notAsked = load.report("not asked", seconds);
            Histogram micros = load.ask(seconds);
            long asked = load.report("asked", seconds);
            System.out.printf(
                    Locale.ROOT,
                    "status: %d answers, each %.2f ms of processor time on the loop, p50 %.1f, p95 %.1f, p99 %.1f, max %.1f ms%n",
                    micros.getTotalCount(),
                    (asked - notAsked) / 1e3 / micros.getTotalCount(),
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(95) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3,
                    micros.getMaxValue() / 1e3);
        } finally {
            gateway.destroy();
            gateway.waitFor();
        }
    }

    private void warmUp(int answers) throws IOException {
        for (int i = 1; i <= answers; i++) {
            status();
            if (i % ANSWERS_PER_CONNECTION == 0) {
                reconnect();
            }
        }
    }

    /** Asks on time, whatever the answers take: a time counts from when it was due. */
    private Histogram ask(int seconds) throws IOException {
        Histogram micros = new Histogram(3);
        long start = System.nanoTime();
        for (int i = 0; i < seconds * ASKS_PER_SECOND; i++) {
            long due = start + i * (1_000_000_000L / ASKS_PER_SECOND);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            status();
            micros.recordValue((System.nanoTime() - due) / 1000);
        }
        return micros;
    }

    private String status() throws IOException {
        connection.getOutputStream().write(request);
        int length = 0;
        String line = line();
        if (!line.startsWith("HTTP/1.1 200")) {
            throw new IOException(line);
        }
        for (; !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the Gateway has closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Returns how much processor time the event loop took, in microseconds. */
    private long report(String name, int seconds) throws IOException {
        String[] held = hold().split(" ");
        long built = Long.parseLong(held[3]);
        JsonObject status = new JsonObject(status());
        JsonObject loop = status.getJsonObject("eventLoop");
        JsonObject series = status.getJsonObject("series");
        System.out.printf(
                Locale.ROOT,
                "%s: loop held %.2f ms by processor time (p99.9 %.2f), late %.2f ms by the clock; the Gateway's probe: p99 %s, max %s ms; %d"
                        + " events/s; %.1f ms for statuses by processor time; %d of %d series, %d dropped; body %d bytes%n",
                name,
                Long.parseLong(held[0]) / 1e3,
                Long.parseLong(held[4]) / 1e3,
                Long.parseLong(held[1]) / 1e3,
                loop.getValue("delayP99Ms"),
                loop.getValue("delayMaxMs"),
                Long.parseLong(held[2]) / seconds,
                (built - builtMicros) / 1e3,
                series.getInteger("used"),
                series.getInteger("cap"),
                series.getLong("dropped"),
                status.encode().length());
        builtMicros = built;
        return Long.parseLong(held[5]);
    }

    private String hold() throws IOException {
        gateway.getOutputStream().write('\n');
        gateway.getOutputStream().flush();
        return out.readLine();
    }
}
