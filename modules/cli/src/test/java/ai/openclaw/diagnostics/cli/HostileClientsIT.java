package ai.openclaw.diagnostics.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Floods of clients, one after the other on one running Gateway whose heap each of them would fill without a limit. See
 * {@code docs/hostile-clients.md}, also for how fast it answers meanwhile: that depends on the machine, so that each answer
 * has all the time here that a test may take.
 */
class HostileClientsIT {

    private static final String HEAP = "-Xmx96m";
    private static final int SERIES = 900;

    /** 240 MB of heap, were they all kept. */
    private static final int UNFINISHED_HEADS = 3_000;

    private static final int SILENT = 3_000;
    private static final int STALLED = 150;
    private static final int STREAMS = 60_000;

    @TempDir
    private Path folder;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException ignored) {
                // it was closed by the Gateway
            }
        }
        sockets.clear();
    }

    @Test
    void noFloodStopsTheGatewayOrItsMetrics() throws IOException {
        try (RunningGateway gateway = start()) {
            gateway.scrapeUntil("model-" + (SERIES - 1));

            streams(gateway);
            check(gateway, "HTTP/2 streams");

            many(gateway, UNFINISHED_HEADS, unfinishedHead());
            check(gateway, "unfinished heads");
            hangUp();

            many(gateway, SILENT, "");
            check(gateway, "silent connections");
            hangUp();

            many(
                    gateway,
                    STALLED,
                    "GET " + RunningGateway.METRICS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + gateway.token()
                            + "\r\n\r\n");
            check(gateway, "stalled scrapers");
            hangUp();

            many(gateway, 300, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n".repeat(2_000));
            check(gateway, "pipelined requests");
            hangUp();

            many(gateway, 1_000, "POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\nslowly");
            check(gateway, "slow bodies");

            assertThat(complaints(gateway)).isEmpty();

            // with these still open: Netty may warn of some that no event loop takes any more
            gateway.process().terminate();
            assertThat(gateway.process().awaitExit(Await.PATIENCE)).isEqualTo(143);
            assertThat(gateway.process().err()).doesNotContain("OutOfMemoryError", "SEVERE");
        }
    }

    /** What the Gateway has logged that should not be; how long its threads waited for a processor is none of it. */
    private static List<String> complaints(RunningGateway gateway) {
        return gateway.process()
                .err()
                .lines()
                .filter(line ->
                        Stream.of("OutOfMemoryError", "SEVERE", "WARNING").anyMatch(line::contains))
                .filter(line -> !line.contains("has been blocked for"))
                .toList();
    }

    private RunningGateway start() throws IOException {
        Path replay = Files.writeString(folder.resolve("many.ndjson"), events());
        Path token = folder.resolve("gateway.token");
        List<String> command = List.of(
                PackagedApplication.SCRIPT.toString(),
                "gateway",
                "run",
                "--port",
                "0",
                "--exporter",
                "--diagnostics",
                "--token-file",
                token.toString(),
                "--replay",
                replay.toString());
        return RunningGateway.awaitStart(
                ChildProcess.start(command, folder, Map.of("OPENCLAW_JAVA_OPTS", HEAP)), token);
    }

    /** Series enough that a body does not fit the buffers of a socket. */
    private static String events() {
        return IntStream.range(0, SERIES).mapToObj(i -> """
            {"event":{"type":"run.completed","channel":"cli","model":"model-%d","outcome":"completed",\
            "provider":"p","trigger":"user","durationMs":1500},"metadata":{"trusted":true}}
            """.formatted(i)).collect(Collectors.joining());
    }

    /** A probe and a scrape are answered, the scrape whole. */
    private static void check(RunningGateway gateway, String flood) {
        Await.answer(
                "health beside " + flood,
                Await.PATIENCE,
                gateway.process()::err,
                () -> Optional.of(Loopback.get(gateway.url() + "/health", Map.of())
                                .statusCode())
                        .filter(status -> status == 200));
        gateway.scrapeUntil("model-" + (SERIES - 1));
    }

    private void many(RunningGateway gateway, int connections, String text) throws IOException {
        byte[] bytes = text.getBytes(US_ASCII);
        for (int i = 0; i < connections; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4096);
            sockets.add(socket);
            try {
                socket.connect(address(gateway));
                socket.getOutputStream().write(bytes);
            } catch (IOException closed) {
                // by the Gateway, which is its right
            }
        }
    }

    private static InetSocketAddress address(RunningGateway gateway) {
        String[] hostAndPort = gateway.address().split(":");
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(hostAndPort[1]));
    }

    private static String unfinishedHead() {
        return "GET / HTTP/1.1\r\nHost: x\r\n"
                + IntStream.range(0, 480)
                        .mapToObj(i -> "X-" + i + ": vvvvvvvvvvvvvvvvvvvv\r\n")
                        .collect(Collectors.joining())
                        .substring(0, 13_000);
    }

    /** One connection that opens streams whose responses it has no room for. */
    private static void streams(RunningGateway gateway) throws IOException {
        byte[] headers = {
            0x10, 7, ':', 'm', 'e', 't', 'h', 'o', 'd', 3, 'G', 'E', 'T', 0x10, 5, ':', 'p', 'a', 't', 'h', 7, '/', 'h',
            'e', 'a', 'l', 't', 'h', 0x10, 7, ':', 's', 'c', 'h', 'e', 'm', 'e', 4, 'h', 't', 't', 'p'
        };
        try (Socket socket = new Socket()) {
            socket.connect(address(gateway));
            socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
            socket.getOutputStream().write(frame(4, 0, 0, new byte[] {0, 4, 0, 0, 0, 0})); // a window of 0
            for (int stream = 1; stream < 2 * STREAMS; stream += 2) {
                socket.getOutputStream().write(frame(1, 5, stream, headers));
            }
        } catch (IOException closed) {
            // by the Gateway
        }
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        byte[] frame = new byte[9 + payload.length];
        frame[2] = (byte) payload.length;
        frame[3] = (byte) type;
        frame[4] = (byte) flags;
        for (int i = 0; i < 4; i++) {
            frame[5 + i] = (byte) (stream >>> 8 * (3 - i));
        }
        System.arraycopy(payload, 0, frame, 9, payload.length);
        return frame;
    }
}
