package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the exporter compresses is read by the programs that people have. Prometheus and VictoriaMetrics, which ask for gzip
 * too, have separate tests, and so has Java.
 */
class CompressedScrapeIT {

    private static final Duration LIMIT = Await.PATIENCE;
    private static final String END = "openclaw_prometheus_series_dropped_total 0\n";

    @TempDir
    private static Path folder;

    private static RunningGateway demo;

    @BeforeAll
    static void startDemo() {
        demo = RunningGateway.start(folder, "--demo");
        demo.scrapeUntil("openclaw_run_duration_seconds_count");
    }

    @AfterAll
    static void end() {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void curlReadsIt() {
        Tools.require("curl");
        assertThat(said("curl -sS --compressed " + arguments() + " -o body -w '%{size_download}' && echo && cat body"))
                .contains("# TYPE openclaw_run_duration_seconds histogram\n")
                .endsWith(END)
                .satisfies(all -> assertThat(
                                Integer.parseInt(all.lines().findFirst().orElseThrow()))
                        .as("bytes on the wire")
                        .isLessThan(all.length() / 2));
    }

    @Test
    void gzipReadsItAndFindsItsSumRight() {
        Tools.require("curl");
        Tools.require("gzip");
        String command = "curl -sS -H 'Accept-Encoding: gzip' " + arguments()
                + " -o body.gz && gzip -tv body.gz && gzip -dc body.gz";
        assertThat(said(command))
                .contains("# TYPE openclaw_run_completed_total counter\n")
                .endsWith(END);
    }

    @Test
    void promtoolAcceptsWhatWasCompressed() {
        Tools.require("curl");
        Tools.require("promtool");
        assertThat(Promtool.complaints(said("curl -sS --compressed " + arguments())))
                .isEmpty();
    }

    private static String arguments() {
        return "-H 'Authorization: Bearer " + demo.token() + "' " + demo.url() + RunningGateway.METRICS;
    }

    private static String said(String command) {
        try (ChildProcess shell = ChildProcess.start(List.of("sh", "-c", "cd '" + folder + "' && " + command))) {
            assertThat(shell.awaitExit(LIMIT)).as(shell.err()).isZero();
            return shell.out();
        }
    }
}
