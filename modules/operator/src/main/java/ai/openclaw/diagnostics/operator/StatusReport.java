package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.recording.SharedRecording;
import ai.openclaw.diagnostics.spi.Exporters;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts the status together: a JSON object with a member for each section. {@code docs/status.md} describes it.
 *
 * <p>It holds counts, admitted label values and names; no refused value, no secret, no URL.
 *
 * <p>Sections are added by one thread, before the first report; {@link #json} is for any thread that may block.
 */
public final class StatusReport {

    /** The version of the JSON: grows when a member changes its meaning or goes away. */
    private static final int SCHEMA = 1;

    private final Map<String, Supplier<? extends @Nullable Object>> sections = new LinkedHashMap<>();

    private StatusReport() {}

    /** Returns the report of a channel: its recording, its exporters, and the JVM. */
    public static StatusReport of(DiagnosticsChannel channel) {
        SharedRecording recording = SharedRecording.of(channel);
        SeriesSection series = new SeriesSection();
        return new StatusReport()
                .section("jvm", JvmSection::json)
                .section(
                        "exporters",
                        () -> ExporterSection.json(Exporters.of(channel).statuses()))
                .section(
                        "series",
                        () -> recording
                                .active()
                                .map(active -> series.json(active.store()))
                                .orElse(null))
                .section(
                        "refused",
                        () -> recording
                                .active()
                                .map(active ->
                                        CountSections.refused(active.recorder().refusedValues()))
                                .orElse(null))
                .section(
                        "rejected",
                        () -> CountSections.rejected(channel.rejections().counts()))
                .section(
                        "events",
                        () -> recording
                                .active()
                                .map(active ->
                                        CountSections.events(active.recorder().events()))
                                .orElse(null));
    }

    /**
     * Adds a section.
     *
     * @param name its member in the JSON
     * @param content a {@code JsonObject} or {@code JsonArray}, null for what there is not; asked on a worker thread for each
     *     report
     * @return this
     */
    public StatusReport section(String name, Supplier<? extends @Nullable Object> content) {
        sections.put(name, content);
        return this;
    }

    /** Puts a status together. */
    JsonObject json() {
        JsonObject report = new JsonObject().put("schema", SCHEMA).put("generatedAt", time(Instant.now()));
        sections.forEach((name, content) -> report.put(name, content.get()));
        return report;
    }

    /** Returns a time as the report shows it: ISO 8601, UTC, milliseconds. */
    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
