package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The committed dashboards. */
final class Dashboards {

    static final Path FOLDER = Path.of("../../grafana/dashboards");

    private Dashboards() {}

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    static List<Json> all() throws IOException {
        List<Json> all = new ArrayList<>();
        for (Path file : files()) {
            all.add(Json.of(Files.readString(file)));
        }
        return all;
    }
}
