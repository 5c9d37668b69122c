package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.http.exposition.StoreExposition;
import ai.openclaw.diagnostics.recording.SharedRecording;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a running Gateway adds to a support bundle: files by name, each as text. One that cannot be made is listed with the
 * class of the failure.
 *
 * <p>They hold counts, admitted label values, names of classes and methods, and the settings that the status shows; no refused
 * value, no secret, no URL, no address, no path, no name of a stream, no system property and no argument but those of
 * {@link ProcessFiles}.
 *
 * <p>{@link #json} is for any thread that may block.
 */
public final class SupportReport {

    private static final int SCHEMA = 1;
    private static final int MAX_METRICS_CHARS = 4 << 20;

    private final StatusReport status;
    private final DiagnosticsChannel channel;
    private final EventHistory history;

    private SupportReport(StatusReport status, DiagnosticsChannel channel, EventHistory history) {
        this.status = status;
        this.channel = channel;
        this.history = history;
    }

    /** Returns the report of a Gateway with this status. */
    public static SupportReport of(StatusReport status, DiagnosticsChannel channel, EventHistory history) {
        return new SupportReport(status, channel, history);
    }

    /** Puts a report together. */
    JsonObject json() {
        JsonArray files = new JsonArray();
        JsonObject now = withoutPlaces(status.json());
        add(files, "status/gateway-status.json", () -> captured(now).encodePrettily());
        add(files, "health/gateway-health.json", () -> captured(health(now)).encodePrettily());
        add(files, "exporters.json", () -> array(now, "exporters").encodePrettily());
        add(files, "events/counters.json", () -> counters(now).encodePrettily());
        add(files, "stability/current.json", () -> history.json("snapshot"));
        add(files, "metrics/snapshot.prom", this::metrics);
        add(files, "jvm/threads.txt", ThreadFile::text);
        add(files, "jvm/memory.json", () -> ProcessFiles.memory().encodePrettily());
        add(files, "jvm/gc.json", () -> array(object(now, "jvm"), "collectors").encodePrettily());
        add(files, "jvm/process.json", () -> ProcessFiles.process().encodePrettily());
        add(files, "jvm/event-loops.json", () -> object(now, "eventLoop").encodePrettily());
        return new JsonObject()
                .put("schema", SCHEMA)
                .put("generatedAt", StatusReport.time(Instant.now()))
                .put("files", files);
    }

    private static void add(JsonArray files, String path, Supplier<String> content) {
        JsonObject file = new JsonObject().put("path", path);
        try {
            file.put("content", content.get());
        } catch (RuntimeException e) { // the other files are worth having
            file.put("failed", e.getClass().getSimpleName());
        }
        files.add(file);
    }

    /** Says where nothing is: a bundle leaves the machine. */
    private static JsonObject withoutPlaces(JsonObject status) {
        JsonObject gateway = object(status, "gateway");
        String bind = gateway.getString("bind", "");
        gateway.put("bind", bind.startsWith("127.") || bind.equals("::1") ? "loopback" : "beyond loopback");
        JsonObject log = object(status, "log");
        String file = log.getString("file");
        log.put("file", file == null ? null : file.endsWith("/openclaw.log") ? "openclaw.log" : "of another name");
        JsonArray streams = array(object(status, "ingest"), "streams");
        for (int i = 0; i < streams.size(); i++) {
            streams.getJsonObject(i).put("id", i + 1);
        }
        return status;
    }

    private static JsonObject captured(JsonObject data) {
        return new JsonObject()
                .put("status", "ok")
                .put("capturedAt", StatusReport.time(Instant.now()))
                .put("data", data);
    }

    private static JsonObject health(JsonObject status) {
        JsonObject gateway = object(status, "gateway");
        return new JsonObject()
                .put("ready", gateway.getValue("ready"))
                .put("failing", gateway.getValue("failing"))
                .put("uptimeMs", gateway.getValue("uptimeMs"))
                .put("eventLoop", status.getValue("eventLoop"));
    }

    private static JsonObject counters(JsonObject status) {
        JsonObject series = object(status, "series");
        return new JsonObject()
                .put("events", status.getValue("events"))
                .put("rejected", status.getValue("rejected"))
                .put("refused", status.getValue("refused"))
                .put(
                        "series",
                        new JsonObject()
                                .put("cap", series.getValue("cap"))
                                .put("used", series.getValue("used"))
                                .put("dropped", series.getValue("dropped")))
                .put("authentication", status.getValue("authentication"))
                .put("exporters", status.getValue("exporters"));
    }

    private String metrics() {
        String text = SharedRecording.of(channel)
                .active()
                .map(active -> StoreExposition.of(active.store()).text())
                .orElse("");
        if (text.length() > MAX_METRICS_CHARS) {
            throw new IllegalStateException("too large");
        }
        return text;
    }

    private static JsonObject object(JsonObject parent, String name) {
        @Nullable JsonObject child = parent.getJsonObject(name);
        return child == null ? new JsonObject() : child;
    }

    private static JsonArray array(JsonObject parent, String name) {
        @Nullable JsonArray child = parent.getJsonArray(name);
        return child == null ? new JsonArray() : child;
    }
}
