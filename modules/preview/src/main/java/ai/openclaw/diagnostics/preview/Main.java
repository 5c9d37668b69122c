package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Json;
import ai.openclaw.diagnostics.preview.query.Prometheus;
import ai.openclaw.diagnostics.preview.query.TimeLapse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Draws every dashboard of a folder; {@code grafana/preview.sh} runs it. */
final class Main {

    private Main() {}

    /**
     * Draws.
     *
     * @param arguments the folder with the dashboards, the address of a Prometheus, how many times as fast as a clock the
     *     demo runs that it scrapes, and the folder for the pictures
     * @throws IOException if a file cannot be read or written, or Prometheus does not answer
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("arguments: " + arguments.length
                    + ", but 4 are needed: DASHBOARDS PROMETHEUS_URL SPEED PICTURES. See grafana/preview.sh.");
        }
        TimeLapse time = new TimeLapse(Instant.now(), TimeLapse.RANGE, Double.parseDouble(arguments[2]));
        Page page = new Page(new Prometheus(arguments[1], time));
        Path pictures = Files.createDirectories(Path.of(arguments[3]));
        for (Path dashboard : dashboards(Path.of(arguments[0]))) {
            String name = dashboard.getFileName().toString().replace(".json", ".svg");
            Files.writeString(pictures.resolve(name), page.picture(Json.of(Files.readString(dashboard))));
        }
    }

    private static List<Path> dashboards(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
