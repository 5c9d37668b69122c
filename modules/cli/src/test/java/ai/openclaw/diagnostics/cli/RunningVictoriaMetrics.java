package ai.openclaw.diagnostics.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A VictoriaMetrics that scrapes with a configuration of Prometheus. */
final class RunningVictoriaMetrics implements AutoCloseable {

    /** Debian's name of it. */
    static final String PROGRAM = "victoria-metrics";

    private final LoopbackServer server;
    private final PrometheusApi api;

    private RunningVictoriaMetrics(LoopbackServer server) {
        this.server = server;
        this.api = new PrometheusApi(server.url(), server::err);
    }

    /** Starts one with this scrape configuration, which keeps its data in this folder. */
    static RunningVictoriaMetrics start(Path folder, String configuration, String... flags) {
        Path file = RunningPrometheus.write(folder.resolve("victoria-metrics.yml"), configuration);
        return new RunningVictoriaMetrics(LoopbackServer.start(address -> Stream.concat(
                        Stream.of(
                                PROGRAM,
                                "-promscrape.config=" + file,
                                "-storageDataPath=" + folder.resolve("victoria-metrics"),
                                "-httpListenAddr=" + address,
                                "-search.latencyOffset=0s", // what was scraped last counts, as in Prometheus
                                "-loggerLevel=WARN"),
                        Stream.of(flags))
                .toList()));
    }

    /** Adds samples, as lines of the text format with times in milliseconds; afterwards they can be asked for. */
    void add(String samples) throws IOException {
        Loopback.post(server.url() + "/api/v1/import/prometheus", samples);
        Loopback.get(server.url() + "/internal/force_flush", Map.of());
    }

    PrometheusApi api() {
        return api;
    }

    @Override
    public void close() {
        server.close();
    }
}
