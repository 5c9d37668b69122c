package ai.openclaw.diagnostics.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Prometheus that scrapes one Gateway every second, with the configuration that the documentation gives. */
final class RunningPrometheus implements AutoCloseable {

    private static final Path CONFIGURATION = Path.of("../../docs/prometheus.yml");
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;

    private final ChildProcess process;
    private final PrometheusApi api;

    private RunningPrometheus(ChildProcess process, PrometheusApi api) {
        this.process = process;
        this.api = api;
    }

    /** Starts a Prometheus that presents the Gateway's own token file. */
    static RunningPrometheus scraping(RunningGateway gateway) {
        return scraping(gateway, gateway.tokenFile());
    }

    /** Starts a Prometheus that presents what this file holds. */
    static RunningPrometheus scraping(RunningGateway gateway, Path credentials) {
        Path folder = temporaryFolder(credentials);
        Path configuration = write(folder.resolve("prometheus.yml"), configuration(gateway, credentials));
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            Optional<RunningPrometheus> started = start(folder, configuration);
            if (started.isPresent()) {
                return started.get();
            }
        }
        throw new AssertionError("somebody else took every port that was free for Prometheus");
    }

    /** The configuration as documented, but for what must differ: interval, credentials, target. */
    private static String configuration(RunningGateway gateway, Path credentials) {
        String documented = read(CONFIGURATION);
        String faster = replace(documented, "scrape_interval: 30s", "scrape_interval: 1s");
        String admitted =
                replace(faster, "credentials_file: gateway.token", "credentials_file: " + credentials.toAbsolutePath());
        return replace(admitted, "[\"127.0.0.1:18789\"]", "[\"" + gateway.address() + "\"]");
    }

    private static String replace(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new AssertionError(CONFIGURATION + " does not say " + from + ":\n" + text);
        }
        return text.replace(from, to);
    }

    private static Optional<RunningPrometheus> start(Path folder, Path configuration) {
        String address = "127.0.0.1:" + Ports.free();
        ChildProcess process = ChildProcess.start(List.of(
                "prometheus",
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + address,
                "--log.level=warn"));
        String url = "http://" + address;
        try {
            boolean ready =
                    Await.answer("Prometheus to be ready", START_LIMIT, process::err, () -> isReady(process, url));
            if (ready) {
                return Optional.of(new RunningPrometheus(process, new PrometheusApi(url, process::err)));
            }
        } catch (RuntimeException | Error e) {
            process.close();
            throw e;
        }
        process.close();
        return Optional.empty();
    }

    /** Returns whether it is ready: true, nothing for not yet, false for never since its port is taken. */
    private static Optional<Boolean> isReady(ChildProcess process, String url) throws IOException {
        if (process.isAlive()) {
            int status = Loopback.get(url + "/-/ready", Map.of()).statusCode();
            return status == 200 ? Optional.of(true) : Optional.empty();
        }
        if (process.err().contains("address already in use")) {
            return Optional.of(false);
        }
        throw new AssertionError("Prometheus ended at its start\n" + process.err());
    }

    PrometheusApi api() {
        return api;
    }

    private static Path temporaryFolder(Path beside) {
        try {
            return Files.createTempDirectory(beside.toAbsolutePath().getParent(), "prometheus");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the documented configuration cannot be read", e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
