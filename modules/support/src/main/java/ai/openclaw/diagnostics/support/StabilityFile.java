package ai.openclaw.diagnostics.support;

import ai.openclaw.diagnostics.files.AtomicFile;
import ai.openclaw.diagnostics.json5.Json5Document;
import ai.openclaw.diagnostics.json5.Json5Exception;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a Gateway failed and what happened before, kept in the state directory for the next support bundle:
 * {@code logs/stability/openclaw-stability-TIME-PID-REASON.json}, mode 0600. The newest twenty are kept.
 */
public final class StabilityFile {

    private static final String FOLDER = "logs/stability";
    private static final String PREFIX = "openclaw-stability-";
    private static final String PRODUCER = "openclaw-diagnostics";
    private static final int KEPT = 20;
    private static final long MAX_BYTES = 5 << 20;

    private StabilityFile() {}

    /**
     * Keeps a failure. A state directory that is not there is not made: a Gateway that never started leaves nothing behind.
     *
     * @param reason what failed, in a word such as {@code start}
     * @param failure what is told of it
     * @param events the events before, as JSON; null for none
     * @throws IOException if it cannot be written
     */
    public static void write(Path stateDirectory, String reason, KeptFailure failure, @Nullable String events)
            throws IOException {
        if (!Files.isDirectory(stateDirectory)) {
            return;
        }
        String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("version", 1);
        content.put("producer", PRODUCER);
        content.put("generatedAt", time);
        content.put("reason", reason);
        content.put(
                "process",
                Map.of(
                        "pid", ProcessHandle.current().pid(),
                        "platform", System.getProperty("os.name"),
                        "arch", System.getProperty("os.arch"),
                        "java", Runtime.version().toString()));
        content.put("error", failure.members());
        content.put("snapshot", events == null ? null : parse(events).orElse(null));
        Path folder = stateDirectory.resolve(FOLDER);
        AtomicFile.createFolder(folder);
        String name = PREFIX + time.replaceAll("[:.]", "-") + "-"
                + ProcessHandle.current().pid() + "-" + reason;
        AtomicFile.write(
                folder.resolve(name + ".json"), SupportJson.pretty(content).getBytes(StandardCharsets.UTF_8));
        prune(folder);
    }

    private static void prune(Path folder) throws IOException {
        List<Path> files = files(folder);
        for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
            Files.deleteIfExists(old);
        }
    }

    /** Returns the newest one that this project wrote, nothing if there is none. */
    static Optional<String> latest(Path stateDirectory) throws IOException {
        List<Path> files = files(stateDirectory.resolve(FOLDER));
        Collections.reverse(files);
        for (Path file : files) {
            if (Files.size(file) <= MAX_BYTES) {
                String text = Files.readString(file);
                Optional<Map<String, @Nullable Object>> content = parse(text);
                if (content.isPresent() && PRODUCER.equals(content.get().get("producer"))) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the files, the oldest first: their names begin with the time. */
    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, PREFIX + "*.json")) {
                found.forEach(files::add);
            }
        }
        Collections.sort(files);
        return files;
    }

    private static Optional<Map<String, @Nullable Object>> parse(String text) {
        try {
            return Json5Document.parse(text).root() instanceof ObjectValue object
                    ? Optional.of(object.plain())
                    : Optional.empty();
        } catch (Json5Exception e) {
            return Optional.empty();
        }
    }
}
