package ai.openclaw.diagnostics.cli;

import java.nio.file.Path;
import java.util.List;

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
    static RunningVictoriaMetrics start(Path folder, String configuration) {
        Path file = RunningPrometheus.write(folder.resolve("victoria-metrics.yml"), configuration);
        return new RunningVictoriaMetrics(LoopbackServer.start(address -> List.of(
                PROGRAM,
                "-promscrape.config=" + file,
                "-storageDataPath=" + folder.resolve("victoria-metrics"),
                "-httpListenAddr=" + address,
                "-search.latencyOffset=0s", // what was scraped last counts, as in Prometheus
                "-loggerLevel=WARN")));
    }

    PrometheusApi api() {
        return api;
    }

    @Override
    public void close() {
        server.close();
    }
}
