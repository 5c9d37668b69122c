package ai.openclaw.diagnostics.support;

import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.files.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the files of this machine tell: the configuration, the end of the log, the last failure. For one thread. */
public final class LocalFiles {

    private static final String SHAPE = "config/shape.json";
    private static final String SANITIZED = "config/sanitized.json";
    private static final String LOG = "logs/openclaw-sanitized.jsonl";
    private static final String STABILITY = "stability/latest.json";

    private final SupportBundle bundle;
    private final ConfigLocation location;
    private final Redactor redactor;

    private LocalFiles(SupportBundle bundle, ConfigLocation location) {
        this.bundle = bundle;
        this.location = location;
        this.redactor = Redactor.of(location);
    }

    /** Returns what adds the files of a location to a bundle. */
    public static LocalFiles of(SupportBundle bundle, ConfigLocation location) {
        return new LocalFiles(bundle, location);
    }

    /**
     * Adds a configuration that can be used.
     *
     * @param rows what is in force
     * @param passedOver the paths of what only the reference Gateway uses
     */
    public void addConfiguration(Settings settings, List<Settings.Row> rows, List<String> passedOver) {
        Map<String, @Nullable Object> shape = shape();
        shape.put("parseOk", true);
        shape.put(
                "gateway",
                Map.of(
                        "port", settings.port().value(),
                        "bind", settings.bindsLoopback() ? "loopback" : "beyond loopback",
                        "authMode", settings.authMode().value().toString(),
                        "tls", settings.tls().isPresent()));
        shape.put(
                "otherSections",
                passedOver.stream()
                        .map(path -> path.split("[.\\[]")[0])
                        .distinct()
                        .toList());
        bundle.add(SHAPE, shape);
        bundle.add(SANITIZED, Map.of("settings", rows.stream().map(this::row).toList()));
    }

    /** Adds why a configuration cannot be used. */
    public void addUnusableConfiguration(String problems) {
        Map<String, @Nullable Object> shape = shape();
        shape.put("parseOk", false);
        shape.put("error", problems.lines().map(redactor::text).toList());
        bundle.add(SHAPE, shape);
        bundle.leaveOut(SANITIZED, "failed: the configuration cannot be used, see " + SHAPE);
    }

    private Map<String, @Nullable Object> shape() {
        Path file = location.file();
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("path", redactor.text(file.toString()));
        shape.put("decidedBy", location.source());
        shape.put("exists", Files.exists(file));
        try {
            shape.put("bytes", Files.size(file));
            shape.put("mtime", Files.getLastModifiedTime(file).toString());
        } catch (IOException absent) {
            shape.put("bytes", null);
        }
        return shape;
    }

    private Map<String, String> row(Settings.Row row) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("key", row.key());
        shown.put("value", value(row.value()));
        String name = location.file().getFileName() + ":";
        String source = row.source();
        shown.put("source", source.startsWith(name) ? "file:" + source.substring(name.length()) : source);
        return shown;
    }

    /** Of a list only how many items it has: it names other plugins, proxies or folders. */
    private String value(String value) {
        if (value.equals("***")) {
            return Redactor.MARK;
        }
        if (value.startsWith("\"")) {
            return value.split("\", \"", -1).length + " items";
        }
        return redactor.text(value);
    }

    /**
     * Adds the end of the log file.
     *
     * @return what {@code diagnostics.json} says of it
     */
    public Map<String, @Nullable Object> addLog(@Nullable Path file, int maxLines, long maxBytes) {
        Map<String, @Nullable Object> logs = new LinkedHashMap<>();
        if (file == null) {
            bundle.leaveOut(LOG, "skipped: there is no log file, logging.file is not set");
            return logs;
        }
        try {
            LogExcerpt excerpt = LogExcerpt.of(file, maxLines, maxBytes, redactor);
            bundle.add(LOG, excerpt.text());
            logs.put("file", redactor.text(file.toString()));
            logs.put("size", excerpt.bytes());
            logs.put("lineCount", excerpt.lines());
            logs.put("truncated", excerpt.truncated());
        } catch (NoSuchFileException e) {
            bundle.leaveOut(LOG, "skipped: the log file is not there, nothing was logged yet");
        } catch (IOException e) {
            bundle.leaveOut(LOG, "failed: " + redactor.text(FileFailure.reason(e)));
        }
        return logs;
    }

    /** Adds the last failure that a Gateway kept. */
    public void addStability() {
        try {
            Optional<String> latest = StabilityFile.latest(location.stateDirectory());
            latest.ifPresentOrElse(
                    text -> bundle.add(STABILITY, text),
                    () -> bundle.leaveOut(STABILITY, "skipped: no failure was kept"));
        } catch (IOException e) {
            bundle.leaveOut(STABILITY, "failed: " + redactor.text(FileFailure.reason(e)));
        }
    }

    /** Returns the names of the files in which Java described its crashes; their contents may hold anything. */
    public List<String> crashFiles() {
        return List.of(location.stateDirectory(), Path.of("")).stream()
                .flatMap(folder -> {
                    String[] names = folder.toAbsolutePath().toFile().list();
                    return names == null ? Stream.empty() : Arrays.stream(names);
                })
                .filter(name -> name.matches("hs_err_pid\\d{1,10}\\.log"))
                .toList();
    }
}
