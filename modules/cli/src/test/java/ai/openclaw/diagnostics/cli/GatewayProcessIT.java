package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.testing.Await;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code openclaw gateway run} as a process: how it starts, what it says, how it ends. */
class GatewayProcessIT {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final int ENDED_BY_SIGTERM = 128 + 15;
    private static final Pattern CURL = Pattern.compile("(?m)^  Try it +(curl .*)$");
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    @TempDir
    private Path folder;

    @Test
    void theStartScreenShowsUrlTokenFileAndACommandThatWorks() {
        Tools.require("curl");
        try (RunningGateway gateway = RunningGateway.start(folder)) {
            String screen = gateway.process().out();
            assertThat(screen).contains(gateway.url() + RunningGateway.METRICS).doesNotContain(gateway.token());
            Matcher curl = CURL.matcher(screen);
            assertThat(curl.find()).as(screen).isTrue();

            try (ChildProcess shell = ChildProcess.start(List.of("sh", "-c", curl.group(1)))) {
                assertThat(shell.awaitExit(TEN_SECONDS)).as(shell.err()).isZero();
                assertThat(ExpositionText.parse(shell.out()).types())
                        .containsEntry("openclaw_telemetry_exporter_total", "counter");
            }
        }
    }

    @Test
    void onlyTheOperatorsTokenGetsTheMetrics() throws IOException {
        try (RunningGateway gateway = RunningGateway.start(folder)) {
            String metrics = gateway.url() + RunningGateway.METRICS;

            assertThat(gateway.scrape().statusCode()).isEqualTo(200);
            assertThat(gateway.scrape().headers().firstValue("content-type"))
                    .hasValue("text/plain; version=0.0.4; charset=utf-8");
            assertThat(Loopback.get(metrics, Map.of()).statusCode()).isEqualTo(401);
            assertThat(Loopback.get(metrics + "?token=" + gateway.token(), Map.of())
                            .statusCode())
                    .isEqualTo(401);
            for (String credential : List.of("Bearer wrong", "Bearer ", "Basic " + gateway.token(), gateway.token())) {
                HttpResponse<String> answer = Loopback.get(metrics, Map.of("Authorization", credential));

                assertThat(answer.statusCode()).as(credential).isEqualTo(401);
                assertThat(answer.body())
                        .isEqualTo("{\"error\":{\"message\":\"Unauthorized\",\"type\":\"unauthorized\"}}");
            }
            assertThat(gateway.process().err()).isEmpty();
        }
    }

    @Test
    void withoutTheExporterThereIsNoRoute() throws IOException {
        try (RunningGateway gateway = RunningGateway.start(folder, "--no-exporter")) {
            assertThat(gateway.scrape().statusCode()).isEqualTo(404);
            assertThat(gateway.process().out()).contains("404");
        }
    }

    @Test
    void withoutDiagnosticsTheBodyIsEmpty() throws IOException {
        try (RunningGateway gateway = RunningGateway.start(folder, "--no-diagnostics", "--demo")) {
            HttpResponse<String> scrape = gateway.scrape();

            assertThat(scrape.statusCode()).isEqualTo(200);
            assertThat(scrape.body()).isEmpty();
            assertThat(gateway.process().out()).contains("empty body");
        }
    }

    @Test
    void theTokenFileIsMadeForItsOwnerAloneAndUsedAgain() throws IOException {
        String token;
        try (RunningGateway first = RunningGateway.start(folder)) {
            token = first.token();
            assertThat(Files.readString(first.tokenFile()).strip()).isEqualTo(token);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.tokenFile())))
                    .isEqualTo("rw-------");
        }
        try (RunningGateway second = RunningGateway.start(folder)) {
            assertThat(second.token()).isEqualTo(token);
            assertThat(second.scrape().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSecondGatewayOnThePortSaysWhichPortIsTaken() {
        try (RunningGateway first = RunningGateway.start(folder)) {
            String port = first.address().substring(first.address().indexOf(':') + 1);

            Finished second = PackagedApplication.run("gateway", "run", "--port", port);

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err().lines()).hasSize(1).first().asString().contains("Port " + port);
            assertThat(second.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--no-such-option",
                "--port many",
                "--port 65536",
                "--demo --replay -",
                "--daily-rhythm",
                "--events-per-second 5",
                "--replay - --events-per-second 0",
                "--replay no-such-recording.ndjson"
            })
    void wrongOptionsAreExitCodeTwoAndSaidOnStandardError(String options) {
        Finished finished = PackagedApplication.run(("gateway run --port 0 " + options)
                .replace("--port 0 --port", "--port")
                .split(" "));

        assertThat(finished.exitCode()).as(finished.err()).isEqualTo(2);
        assertThat(finished.err()).isNotBlank().doesNotContain("Exception", "\tat ");
        assertThat(finished.out()).isEmpty();
    }

    @Test
    void connectedScrapersDoNotDelaySigterm() throws IOException {
        try (Starvation starvation = Starvation.watch();
                RunningGateway gateway = RunningGateway.start(folder)) {
            assertThat(gateway.scrape().statusCode()).isEqualTo(200); // its connection is kept alive

            gateway.process().terminate();

            starvation.unlessStarved(
                    "that a Gateway ends within 5 s",
                    () -> assertThat(gateway.process().awaitExit(Duration.ofSeconds(5)))
                            .isEqualTo(ENDED_BY_SIGTERM));
            assertThat(gateway.process().err()).isEmpty();
        }
    }

    /** The scraper reads so slowly that the Gateway cannot have sent all of the body when it is told to stop. */
    @Test
    void aScrapeInFlightIsAnsweredWholeAfterSigterm() throws IOException {
        try (RunningGateway gateway = RunningGateway.fed(folder)) {
            gateway.publish(
                    IntStream.range(0, 1_100).mapToObj(GatewayProcessIT::run).toList());
            gateway.publish(List.of(Events.marker("dropped")));
            gateway.scrapeUntil("openclaw_prometheus_series_dropped_total 1");
            try (Socket scraper = slowScraper(gateway)) {
                InputStream answer = scraper.getInputStream();
                String head = head(answer);

                gateway.process().terminate();
                Await.pause(Duration.ofMillis(500));

                byte[] body = answer.readNBytes(length(head));
                assertThat(head).startsWith("HTTP/1.1 200");
                assertThat(length(head)).as("more than sockets hold").isGreaterThan(3_000_000);
                assertThat(body.length).isEqualTo(length(head));
                assertThat(ExpositionText.parse(new String(body, StandardCharsets.UTF_8))
                                .series())
                        .isEqualTo(2048);
            }
            assertThat(gateway.process().awaitExit(TEN_SECONDS)).isEqualTo(ENDED_BY_SIGTERM);
        }
    }

    private static String run(int number) {
        return Events.trusted(new JsonObject()
                .put("type", "run.completed")
                .put("channel", "telegram")
                .put("model", "model-with-a-long-name." + number)
                .put("provider", "a-provider-with-a-long-name")
                .put("outcome", "completed")
                .put("trigger", "user")
                .put("durationMs", 5));
    }

    private static Socket slowScraper(RunningGateway gateway) throws IOException {
        String[] address = gateway.address().split(":");
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout((int) TEN_SECONDS.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getByName(address[0]), Integer.parseInt(address[1])));
        String request = "GET " + RunningGateway.METRICS + " HTTP/1.1\r\nHost: " + gateway.address()
                + "\r\nAuthorization: Bearer " + gateway.token() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String head(InputStream answer) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = answer.read();
            assertThat(next).as("the answer ends early: " + head).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    private static int length(String head) {
        Matcher matcher = CONTENT_LENGTH.matcher(head);
        assertThat(matcher.find()).as(head).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
