package ai.openclaw.diagnostics.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Prometheus: by default one that scrapes a Gateway every second, with the configuration that the documentation gives. */
final class RunningPrometheus implements AutoCloseable {

    /** Prometheus 2, or whatever is installed, and Prometheus 3. */
    static final List<String> PROGRAMS = List.of("prometheus", "prometheus3");

    private static final Path CONFIGURATION = Path.of("../../docs/prometheus.yml");

    private final LoopbackServer server;
    private final PrometheusApi api;

    private RunningPrometheus(LoopbackServer server) {
        this.server = server;
        this.api = new PrometheusApi(server.url(), server::err);
    }

    /** Starts a Prometheus that presents the Gateway's own token file. */
    static RunningPrometheus scraping(RunningGateway gateway) {
        return scraping(gateway, gateway.tokenFile());
    }

    /** Starts a Prometheus that presents what this file holds. */
    static RunningPrometheus scraping(RunningGateway gateway, Path credentials) {
        return scraping("prometheus", gateway, credentials);
    }

    /** As {@link #scraping(RunningGateway, Path)}, of the version that this program is. */
    static RunningPrometheus scraping(String program, RunningGateway gateway, Path credentials, String... flags) {
        Path folder = temporaryFolder(credentials);
        return start(program, folder, configuration(gateway, credentials), flags);
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

    /** Starts this program with this configuration; it keeps its data in this folder. */
    static RunningPrometheus start(String program, Path folder, String configuration, String... flags) {
        Path file = write(folder.resolve(program + ".yml"), configuration);
        return new RunningPrometheus(LoopbackServer.start(address -> Stream.concat(
                        Stream.of(
                                program,
                                "--config.file=" + file,
                                "--storage.tsdb.path=" + folder.resolve(program + "-data"),
                                "--web.listen-address=" + address,
                                "--log.level=warn"),
                        Stream.of(flags))
                .toList()));
    }

    /** Returns where it answers. */
    String url() {
        return server.url();
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

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
