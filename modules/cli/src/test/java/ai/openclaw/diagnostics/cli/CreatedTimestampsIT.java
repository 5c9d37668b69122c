package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Prometheus 3 that reads when series were created counts their first samples. */
class CreatedTimestampsIT {

    private static final String EVENT = """
            {"event":{"type":"run.completed","channel":"cli","model":"m","outcome":"completed","provider":"p",\
            "trigger":"user","durationMs":1500},"metadata":{"trusted":true}}
            """;

    @TempDir
    private Path folder;

    @Test
    void whatASeriesBeginsWithCounts() throws IOException {
        Tools.require("prometheus3");
        Path replay = Files.writeString(folder.resolve("three.ndjson"), EVENT.repeat(3));
        try (RunningGateway gateway = RunningGateway.start(folder, "--replay", replay.toString());
                RunningPrometheus prometheus = RunningPrometheus.scraping(
                        "prometheus3",
                        gateway,
                        gateway.tokenFile(),
                        "--enable-feature=created-timestamp-zero-ingestion")) {
            assertThat(growth(prometheus, "openclaw_run_completed_total")).isEqualTo(3);
            assertThat(growth(prometheus, "openclaw_run_duration_seconds_count"))
                    .isEqualTo(3);
            assertThat(growth(prometheus, "openclaw_run_duration_seconds_sum")).isEqualTo(4.5);
            assertThat(prometheus.api().query("{__name__=~\"openclaw_.*_created\"}"))
                    .isEmpty();
        }
    }

    /** Returns by how much a series has grown, its first sample with it: 0 where no sample of 0 comes before that. */
    private static double growth(RunningPrometheus prometheus, String series) {
        String growth = "max_over_time(%1$s[5m]) - min_over_time(%1$s[5m])".formatted(series);
        return prometheus
                .api()
                .awaitAnswer(
                        series,
                        () -> prometheus.api().query(growth).stream()
                                .findFirst()
                                .map(it -> it.points().get(0).value())
                                .filter(value -> value > 0)
                                .or(Optional::empty));
    }
}
