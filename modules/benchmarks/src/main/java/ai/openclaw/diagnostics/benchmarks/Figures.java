package ai.openclaw.diagnostics.benchmarks;

import java.util.List;
import java.util.Map;

/** The results by what they say, in the units of the benchmarks. */
final class Figures {

    static final List<String> PEERS = List.of("client_java", "micrometer", "opentelemetry");

    private final Results results;

    Figures(Results results) {
        this.results = results;
    }

    /** Returns an event in nanoseconds, with the workload. */
    double event(String benchmark, String library) {
        return results.score("RecordBenchmark." + benchmark, Map.of("library", library));
    }

    /** Returns what the workload of an event takes alone, in nanoseconds. */
    double workload() {
        return results.score("RecordBenchmark.workload", Map.of());
    }

    /** Returns a scrape of the project, or a copy of its body, in microseconds; changed is in percent. */
    double ours(String benchmark, int series, int changed) {
        return results.score("ScrapeBenchmark." + benchmark, Map.of("series", series + "", "changed", changed + ""));
    }

    /** Returns another library's scrape in microseconds. */
    double peer(String library, int series) {
        return results.score("ScrapeBenchmark.peer", Map.of("library", library, "series", series + ""));
    }

    /** Returns what the JDK's compressor takes for the body, in microseconds. */
    double deflate(int level) {
        return results.score("ScrapeBenchmark.deflate", Map.of("level", level + ""));
    }
}
