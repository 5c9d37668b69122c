package ai.openclaw.diagnostics.support;

import ai.openclaw.diagnostics.files.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Files for support, on their way into a ZIP. One that is not there or cannot be made is listed with the reason, and the others
 * are written all the same. At most 16 MiB before compression. For one thread.
 */
public final class SupportBundle {

    static final int MAX_BYTES = 16 << 20;
    /** For the files that describe the others. */
    private static final int RESERVED_BYTES = 64 << 10;

    private static final Pattern PATH =
            Pattern.compile("[a-z][a-z0-9-]{0,40}(/[a-z][a-z0-9-]{0,40})?\\.(json|jsonl|prom|txt|md)");

    private final String version;
    private final Instant generatedAt = Instant.now();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();
    private int bytes;

    private SupportBundle(String version) {
        this.version = version;
    }

    /**
     * Returns a bundle without files.
     *
     * @param version the version of this program
     */
    public static SupportBundle of(String version) {
        return new SupportBundle(version);
    }

    /**
     * Adds a file, unless there is one of this name or too little room.
     *
     * @param path its name in the bundle, in at most one folder
     */
    public void add(String path, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (!PATH.matcher(path).matches() || contents.containsKey(path)) {
            return; // of another version, which this one does not know
        }
        if (content.length > MAX_BYTES - RESERVED_BYTES - bytes) {
            leaveOut(path, "failed: the bundle would have more than 16 MiB");
            return;
        }
        bytes += content.length;
        contents.put(path, content);
        missing.remove(path);
    }

    /** Adds a JSON object, as {@link #add(String, String)}. */
    public void add(String path, Map<String, ? extends @Nullable Object> object) {
        add(path, SupportJson.pretty(object));
    }

    /**
     * Says why a file is not there, unless it is.
     *
     * @param reason begins with {@code skipped} or {@code failed}
     */
    public void leaveOut(String path, String reason) {
        if (!contents.containsKey(path)) {
            missing.put(path, reason);
        }
    }

    /** Returns what the bundle holds, as its {@code manifest.json}. */
    public Map<String, @Nullable Object> manifest() {
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        manifest.put("version", 1);
        manifest.put("generatedAt", generatedAt.truncatedTo(ChronoUnit.MILLIS).toString());
        manifest.put("openclawVersion", version);
        manifest.put("platform", System.getProperty("os.name"));
        manifest.put("arch", System.getProperty("os.arch"));
        manifest.put("java", Runtime.version().toString());
        manifest.put("stateDir", "$OPENCLAW_STATE_DIR");
        manifest.put(
                "contents",
                contents.entrySet().stream().map(SupportBundle::listed).toList());
        manifest.put(
                "missing",
                missing.entrySet().stream()
                        .map(file -> Map.of("path", file.getKey(), "reason", file.getValue()))
                        .toList());
        manifest.put("privacy", Map.of("payloadFree", true, "rawLogsIncluded", false, "notes", BundleSummary.PRIVACY));
        return manifest;
    }

    private static Map<String, Object> listed(Map.Entry<String, byte[]> file) {
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("path", file.getKey());
        listed.put("mediaType", mediaType(file.getKey()));
        listed.put("bytes", file.getValue().length);
        return listed;
    }

    private static String mediaType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "json" -> "application/json";
            case "jsonl" -> "application/x-ndjson";
            case "md" -> "text/markdown";
            default -> "text/plain";
        };
    }

    /** Returns the names of the files that there are. */
    public List<String> paths() {
        return List.copyOf(contents.keySet());
    }

    /** Returns the files that there are not, by name, with the reasons. */
    public Map<String, String> missing() {
        return Map.copyOf(missing);
    }

    /** Returns the manifest in JSON. */
    public String manifestText() {
        return SupportJson.pretty(manifest());
    }

    /**
     * Writes the bundle as a whole or not at all, for its owner alone; folders are made where they are missing.
     *
     * @return its size in bytes
     * @throws IOException if it cannot be written
     */
    public long write(Path file) throws IOException {
        byte[] zip = zip();
        AtomicFile.createFolder(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"));
        AtomicFile.write(file.toAbsolutePath(), zip);
        return zip.length;
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream bytesOut = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytesOut, StandardCharsets.UTF_8)) {
            put(zip, "manifest.json", manifestText().getBytes(StandardCharsets.UTF_8));
            put(zip, "summary.md", BundleSummary.of(this, version).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        }
        return bytesOut.toByteArray();
    }

    private void put(ZipOutputStream zip, String path, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(generatedAt.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
