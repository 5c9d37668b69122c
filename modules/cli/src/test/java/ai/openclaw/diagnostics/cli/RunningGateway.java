package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Gateway that runs as a separate process, on a port that it chose, with its token in a file. */
final class RunningGateway implements AutoCloseable {

    static final String METRICS = "/api/diagnostics/prometheus";

    private static final Pattern URL = Pattern.compile("(?m)^  Gateway +(\\S+)$");
    private static final Pattern TOKEN = Pattern.compile("(?m)^  Token +(.+)$");
    private static final Pattern LAST_LINE = Pattern.compile("(?m)^  Stop +.*$");

    private final ChildProcess process;
    private final Path tokenFile;
    private final String url;
    private final String token;

    private RunningGateway(ChildProcess process, Path tokenFile, String url, String token) {
        this.process = process;
        this.tokenFile = tokenFile;
        this.url = url;
        this.token = token;
    }

    /**
     * Starts a Gateway and waits for its start screen.
     *
     * @param folder where its token file {@code gateway.token} is, or will be
     * @param options options of {@code gateway run} beside the port and the token file
     */
    static RunningGateway start(Path folder, String... options) {
        return startOn("0", folder, options);
    }

    /** Starts a Gateway as this one was, on the same port, with these options. */
    RunningGateway again(String... options) {
        return startOn(
                address().substring(address().indexOf(':') + 1),
                tokenFile.toAbsolutePath().getParent(),
                options);
    }

    private static RunningGateway startOn(String port, Path folder, String... options) {
        Path tokenFile = folder.resolve("gateway.token");
        List<String> arguments =
                new ArrayList<>(List.of("gateway", "run", "--port", port, "--token-file", tokenFile.toString()));
        arguments.addAll(List.of(options));
        for (String part : List.of("exporter", "diagnostics")) {
            if (!arguments.contains("--no-" + part)) {
                arguments.add("--" + part);
            }
        }
        return awaitStart(PackagedApplication.start(arguments.toArray(String[]::new)), tokenFile);
    }

    /** Starts a Gateway that does what the configuration in this state folder says, but for its port. */
    static RunningGateway configured(Path stateFolder) {
        return awaitStart(
                PackagedApplication.startIn(stateFolder, "gateway", "run", "--port", "0"),
                stateFolder.resolve("gateway.token"));
    }

    /** Waits for the start screen of a Gateway that was started otherwise. */
    static RunningGateway awaitStart(ChildProcess process, Path tokenFile) {
        try {
            String screen = Await.answer("the start screen", Await.PATIENCE, process::err, () -> startScreen(process));
            return new RunningGateway(process, tokenFile, field(URL, screen), token(field(TOKEN, screen)));
        } catch (RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    /** Waits for the start screen of a Gateway whose token is configured, so that it is not shown. */
    static RunningGateway awaitConfigured(ChildProcess process, String token) {
        try {
            String screen = Await.answer("the start screen", Await.PATIENCE, process::err, () -> startScreen(process));
            return new RunningGateway(process, Path.of("no-token-file"), field(URL, screen), token);
        } catch (RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    /** Starts a Gateway that is fed through its standard input. */
    static RunningGateway fed(Path folder, String... options) {
        return start(
                folder,
                Stream.concat(Stream.of("--replay", "-"), Stream.of(options)).toArray(String[]::new));
    }

    private static Optional<String> startScreen(ChildProcess process) {
        String out = process.out();
        if (LAST_LINE.matcher(out).find()) {
            return Optional.of(out);
        }
        if (!process.isAlive()) {
            throw new AssertionError("the Gateway ended at its start\n" + process.err());
        }
        return Optional.empty();
    }

    /** Returns the token that the start screen shows, or that is in the file which it names. */
    private static String token(String shown) {
        if (!shown.startsWith("in ")) {
            return shown;
        }
        try {
            return Files.readString(Path.of(shown.substring("in ".length()))).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(Pattern line, String screen) {
        Matcher matcher = line.matcher(screen);
        if (!matcher.find()) {
            throw new AssertionError("the start screen has no line " + line + ":\n" + screen);
        }
        return matcher.group(1);
    }

    ChildProcess process() {
        return process;
    }

    Path tokenFile() {
        return tokenFile;
    }

    String url() {
        return url;
    }

    /** Returns host and port. */
    String address() {
        return url.substring("http://".length());
    }

    String token() {
        return token;
    }

    /** Publishes events, one JSON object each. */
    void publish(List<String> events) {
        process.write(PackagedApplication.lines(events).getBytes(StandardCharsets.UTF_8));
    }

    /** Asks for the metrics with the operators' token. */
    HttpResponse<String> scrape() throws IOException {
        return Loopback.get(url + METRICS, Map.of("Authorization", "Bearer " + token));
    }

    /** Scrapes until the body holds this text, and returns the body. */
    String scrapeUntil(String text) {
        return Await.answer(
                "a scrape with " + text,
                Await.PATIENCE,
                process::err,
                () -> Optional.of(scrape().body()).filter(body -> body.contains(text)));
    }

    /** Returns what a scrape shows now. */
    ExpositionText metrics() {
        try {
            return ExpositionText.parse(scrape().body());
        } catch (IOException e) {
            throw new UncheckedIOException("the Gateway does not answer\n" + process.err(), e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
