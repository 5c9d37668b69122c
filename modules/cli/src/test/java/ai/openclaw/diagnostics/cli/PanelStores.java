package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.testing.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Both versions of Prometheus and a VictoriaMetrics, where they are installed, that scrape the same for a class of tests; and
 * the time that all queries may wait together, so that many that fail do so soon.
 */
final class PanelStores {

    static final List<String> PROMETHEUSES = List.of("prometheus", "prometheus3");
    static final String VICTORIA_METRICS = RunningVictoriaMetrics.PROGRAM;
    static final List<String> NAMES =
            Stream.concat(PROMETHEUSES.stream(), Stream.of(VICTORIA_METRICS)).toList();

    /** What Grafana would put in the place of its variables, for all, scraping every second. */
    private static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("cluster", ".*"),
            Map.entry("namespace", ".*"),
            Map.entry("job", ".*"),
            Map.entry("instance", ".*"),
            Map.entry("provider", ".*"),
            Map.entry("model", ".*"),
            Map.entry("channel", ".*"),
            Map.entry("tool", ".*"),
            Map.entry("latency_target", "60"),
            Map.entry("daily_budget", "50"),
            Map.entry("__rate_interval", "10s"),
            Map.entry("__interval", "2s"));

    private final Map<String, PrometheusApi> stores = new HashMap<>();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final long startedMs = System.currentTimeMillis();

    /** Returns Grafana's variables for all and a range. */
    static Map<String, String> variables(Duration range) {
        Map<String, String> variables = new HashMap<>(ALL);
        variables.put("__range_s", "" + range.toSeconds());
        variables.put("__range", range.toSeconds() + "s");
        return Map.copyOf(variables);
    }

    /** Returns each query of a panel, as fast as a demo plays, at each store. */
    static Stream<Arguments> queries(int speed) {
        return NAMES.stream()
                .flatMap(
                        store -> PanelQuery.all().stream().map(query -> Arguments.of(store, query.accelerated(speed))));
    }

    /** Keeps what is to be closed with the stores, the last first. */
    <T extends AutoCloseable> T open(T server) {
        started.push(server);
        return server;
    }

    /** Starts those that are installed. */
    void scrape(Path folder, String prometheusConfig, String victoriaMetricsConfig) {
        for (String program : PROMETHEUSES) {
            if (Tools.isInstalled(program)) {
                stores.put(
                        program,
                        open(RunningPrometheus.start(program, folder, prometheusConfig))
                                .api());
            }
        }
        if (Tools.isInstalled(VICTORIA_METRICS)) {
            stores.put(
                    VICTORIA_METRICS,
                    open(RunningVictoriaMetrics.start(folder, victoriaMetricsConfig))
                            .api());
        }
    }

    /** Returns a store; skips the test, loudly, where it is not installed. */
    PrometheusApi api(String name) {
        if (!stores.containsKey(name)) {
            Tools.require(name);
        }
        return stores.get(name);
    }

    /** Returns when the scraping began. */
    long startedMs() {
        return startedMs;
    }

    /** Asks until there is an answer, however often it takes; all tests share the time. */
    <T> T await(String what, Supplier<String> evidence, Await.Probe<T> probe) {
        long left = Math.max(0, startedMs + Await.PATIENCE.toMillis() - System.currentTimeMillis());
        return Await.answer(what, Duration.ofMillis(left), evidence, probe);
    }

    /** Waits until a panel shows something, for all. */
    void awaitFound(String store, PanelQuery query, Map<String, String> variables, Supplier<String> evidence) {
        PrometheusApi api = api(store);
        await("something for " + query, evidence, () -> found(api, query, variables));
    }

    private Optional<Boolean> found(PrometheusApi api, PanelQuery query, Map<String, String> variables)
            throws IOException {
        return PanelAnswer.isFound(api, query, variables, startedMs) ? Optional.of(true) : Optional.empty();
    }

    /** Ends all that was started. */
    void close() throws Exception {
        for (AutoCloseable server : started) {
            server.close();
        }
    }
}
