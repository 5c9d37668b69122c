package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.testing.Golden;
import ai.openclaw.diagnostics.testing.Ports;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each command for operators shows, with and without a Gateway, on terminals of 40, 80 and 140 columns: golden files for
 * people to read. What differs from run to run is replaced by what has the same length.
 */
class CommandScreensTest {

    private static final String CONFIG = """
        {
          gateway: {auth: {token: 'a-long-token-of-the-screens-test'}},
          plugins: {entries: {'diagnostics-prometheus': {enabled: true}}},
          diagnostics: {enabled: true},
          logging: {file: 'STATE/openclaw.log', maxFileBytes: 1048576},
        }
        """;
    /** Commands whose lines a terminal wraps itself. */
    private static final List<String> PROSE = List.of("health", "logs", "gateway");

    private static final String LOG = """
        {"time":"2026-01-02T03:04:05.006Z","level":"INFO","logger":"ai.openclaw.diagnostics.gateway.Gateway","message":"Started.","seq":1}
        {"time":"2026-01-02T03:04:06.007Z","level":"WARNING","logger":"ai.openclaw.diagnostics.events.Rejections","message":"Not recorded: field model of a model.usage event: not a string; 1 so far.","seq":2}
        """;

    /** The path has the same length in every run: tables depend on it. */
    private Path state;

    @BeforeEach
    void prepare() throws IOException {
        state = Files.createDirectory(
                Path.of("/tmp/oc-" + lettersOf(ProcessHandle.current().pid())),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path file = state.resolve("openclaw.json");
        Files.writeString(file, CONFIG.replace("STATE", state.toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(state.resolve("openclaw.log"), LOG);
    }

    private static String lettersOf(long number) {
        return "%08d"
                .formatted(number)
                .chars()
                .mapToObj(digit -> Character.toString(digit - '0' + 'a'))
                .collect(Collectors.joining());
    }

    @AfterEach
    void delete() throws IOException {
        try (var files = Files.walk(state)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"health", "doctor", "logs", "plugins list", "config check", "gateway diagnostics export"})
    void commandsShowWhatTheGoldenFilesShow(String command) throws IOException {
        String[] words = command.split(" ");
        Map<String, String> screens = new LinkedHashMap<>();
        try (InProcessGateway gateway =
                InProcessGateway.start(Files.readString(state.resolve("openclaw.json")), state)) {
            Files.setPosixFilePermissions(state.resolve("openclaw.json"), PosixFilePermissions.fromString("rw-------"));
            add(screens, command + ", with a Gateway", "" + gateway.port(), words);
        }
        add(screens, command + ", without a Gateway", "" + Ports.free(), words);
        Golden.file("../screens/" + command.replace(' ', '-') + ".txt").assertHolds(screens);
    }

    /** A status that does not change, so that its layout can be compared as a whole. */
    @Test
    void theStatusShowsWhatTheGoldenFileShows() throws IOException {
        Map<String, String> screens = new LinkedHashMap<>();
        String status = Files.readString(Path.of("src/test/resources/screens/status.json"));
        try (ServerSocket server = answering(new JsonObject(status).encode())) {
            add(screens, "status, with a Gateway", "" + server.getLocalPort(), "status");
            add(screens, "status --all, with a Gateway", "" + server.getLocalPort(), "status", "--all");
        }
        add(screens, "status, without a Gateway", "" + Ports.free(), "status");
        Golden.file("../screens/status.txt").assertHolds(screens);
    }

    private void add(Map<String, String> screens, String name, String port, String... words) {
        for (String columns : List.of("40", "80", "140")) {
            Finished finished = InProcess.in(state)
                    .and("COLUMNS", columns)
                    .and("OPENCLAW_GATEWAY_PORT", port)
                    .run(words);
            assertThat(finished.err()).isEmpty();
            if (!PROSE.contains(words[0])) {
                assertThat(finished.out().lines())
                        .allMatch(line -> line.length() <= Integer.parseInt(columns) || !line.contains(" "));
            }
            screens.put(
                    name + ", " + columns + " columns, exit code " + finished.exitCode(), same(finished.out(), port));
        }
    }

    /** Replaces what is of this run. */
    private String same(String out, String port) {
        return out.replace(state.toString(), "/tmp/oc-01234567")
                .replace(port, "18789")
                .replaceAll("up \\d+ s", "up 7 s")
                .replaceAll("(?s)ok {4}Java: .*?\n(?=\\S)", "ok    Java: (this machine's)\n")
                .replaceAll("\\d+ [KMG]iB free", "N GiB free")
                .replaceAll("\\d+ [KM]?i?B of metrics", "N KiB of metrics")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{3}Z-\\d+", "TIME-PID")
                .replaceAll("files, \\d+ KiB", "files, N KiB");
    }

    /** Returns a server that gives every caller the same answer. */
    private static ServerSocket answering(String json) throws IOException {
        ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(server, json), "answering");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void serve(ServerSocket server, String json) {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                caller.getInputStream().read(new byte[4096]);
                OutputStream out = caller.getOutputStream();
                out.write(("HTTP/1.1 200 OK\r\n\r\n" + json).getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
                // by the test
            }
        }
    }
}
