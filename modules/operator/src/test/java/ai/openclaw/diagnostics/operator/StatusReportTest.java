package ai.openclaw.diagnostics.operator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.recording.SharedRecording;
import ai.openclaw.diagnostics.spi.ExporterStatus;
import ai.openclaw.diagnostics.spi.Exporters;
import ai.openclaw.diagnostics.store.Snapshot;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class StatusReportTest {

    private static final String SECRET = "sk-proj-abcdefghijklmnopqrstuvwxyz0123456789";

    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final StatusReport report = StatusReport.of(channel);
    private SharedRecording.Lease recording;

    @BeforeEach
    void record() {
        recording = SharedRecording.of(channel).open(OpenClawCatalog.CATALOG, LabelPolicy.standard());
    }

    @AfterEach
    void stop() {
        recording.close();
    }

    @Test
    @DisplayName("A label with a new value in each event is the one suspect, also when the cap is reached")
    void namesTheLabelThatLeaks() {
        for (int i = 0; i < 3_000; i++) {
            publish(ToolExecutionCompleted.builder()
                    .toolName("tool-" + i)
                    .durationMs(5)
                    .build());
            publish(RunCompleted.builder()
                    .channel("channel" + i % 5)
                    .model("model" + i % 20)
                    .durationMs(7)
                    .build());
        }

        JsonObject series = report.json().getJsonObject("series");
        assertThat(series.getInteger("used"))
                .isEqualTo(series.getInteger("cap"))
                .isEqualTo(2048);
        JsonArray suspects = series.getJsonArray("suspects");
        assertThat(suspects).hasSize(1);
        assertThat(suspects.getJsonObject(0).getString("label")).isEqualTo("tool");
        assertThat(suspects.getJsonObject(0).getDouble("share")).isGreaterThan(0.9);
        assertThat(series.getJsonArray("labels").getJsonObject(0).getString("label"))
                .isEqualTo("tool");
    }

    @Test
    @DisplayName("Two labels that change together are both suspects: either may be the one to mend")
    void namesBothLabelsThatLeakTogether() {
        for (int i = 0; i < 300; i++) {
            publish(RunCompleted.builder()
                    .model("model-" + i)
                    .provider("provider-" + i)
                    .durationMs(1)
                    .build());
        }

        assertThat(names(report.json().getJsonObject("series").getJsonArray("suspects"), "label"))
                .containsExactlyInAnyOrder("model", "provider");
    }

    @Test
    void ordinaryTrafficHasNoSuspect() {
        for (int i = 0; i < 1_000; i++) {
            publish(RunCompleted.builder()
                    .channel("channel" + i % 7)
                    .model("model" + i % 50)
                    .durationMs(7)
                    .build());
        }

        assertThat(report.json().getJsonObject("series").getJsonArray("suspects"))
                .isEmpty();
    }

    @Test
    @DisplayName("The drops of the families add up to the drop counter")
    void dropsByFamilyAddUp() {
        for (int i = 0; i < 3_000; i++) {
            publish(ToolExecutionCompleted.builder()
                    .toolName("tool-" + i)
                    .durationMs(5)
                    .build());
        }

        JsonObject series = report.json().getJsonObject("series");
        long sum = series.getJsonArray("families").stream()
                .mapToLong(family -> ((JsonObject) family).getLong("dropped"))
                .sum();
        var snapshot = Snapshot.of(recording.store());
        snapshot.refresh();
        long counter =
                snapshot.samples(OpenClawCatalog.CATALOG.dropCounter()).get(0).sumLow();
        assertThat(sum).isPositive().isEqualTo(series.getLong("dropped")).isEqualTo(counter);
    }

    @Test
    @DisplayName("Refused values are counted by label and rule and never shown; absent ones are not refused")
    void refusedValuesAreCountedNotShown() {
        for (int i = 0; i < 3; i++) {
            publish(ToolExecutionCompleted.builder()
                    .toolName(SECRET)
                    .durationMs(1)
                    .build());
        }
        publish(ToolExecutionCompleted.builder().durationMs(1).build());
        publish(ToolExecutionCompleted.builder().toolName("  ").durationMs(1).build());

        JsonObject json = report.json();
        assertThat(json.getJsonArray("refused")).hasSize(1);
        assertThat(json.getJsonArray("refused").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("label", "tool")
                        .put("rule", "secret")
                        .put("count", 3L));
        assertThat(json.encode()).doesNotContain(SECRET);
    }

    @Test
    @DisplayName(
            "From profile 2026.9 on a value outside a label's closed set is refused, counted under one rule, and never shown")
    void valuesOutsideAClosedSetAreCounted() {
        recording.close();
        recording = SharedRecording.of(channel).open(OpenClawCatalog.of(Profile.V2026_9), LabelPolicy.standard());
        for (String outcome : List.of("exploded", "exploded", "completed", SECRET)) {
            publish(MessageProcessed.builder().outcome(outcome).build());
        }

        JsonObject json = report.json();
        assertThat(json.getJsonArray("refused").encode())
                .isEqualTo("[{\"label\":\"outcome\",\"rule\":\"closed-set\",\"count\":2},"
                        + "{\"label\":\"outcome\",\"rule\":\"secret\",\"count\":1}]");
        assertThat(json.encode()).doesNotContain("exploded", SECRET);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("The resident memory holds at least the heap that was touched, and is not more than the system says")
    void residentMemoryIsThatOfTheSystem() throws IOException {
        byte[] touched = new byte[32 << 20];
        Arrays.fill(touched, (byte) 1);

        long resident = report.json().getJsonObject("jvm").getLong("rssBytes");
        assertThat(resident).isGreaterThan(touched.length);
        assertThat(resident).isLessThanOrEqualTo(peakBytes());
        assertThat(touched[touched.length - 1]).isEqualTo((byte) 1);
    }

    /** Returns the most resident memory that the process has had, as Linux counts it. */
    private static long peakBytes() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(it -> it.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }

    @Test
    void eventsAreCountedByWhatBecameOfThem() {
        publish(RunCompleted.builder().durationMs(1).build());
        publish(RunCompleted.builder().durationMs(1).build());
        channel.publish(RunCompleted.builder().durationMs(1).build(), Provenance.UNTRUSTED);
        publish(ModelUsage.builder().build());

        assertThat(report.json().getJsonArray("events").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("type", "run.completed")
                        .put("seen", 3L)
                        .put("recorded", 2L)
                        .put("ignored", 0L)
                        .put("untrusted", 1L));
    }

    @Test
    @DisplayName("A number out of range is shown by type and field")
    void rejectedFieldsAreShown() {
        publish(RunCompleted.builder().durationMs(-5).build());

        assertThat(report.json().getJsonArray("rejected").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("type", "run.completed")
                        .put("field", "durationMs")
                        .put("count", 1L));
    }

    @Test
    void anExporterIsShownUntilItIsRemoved() {
        var exporter = Exporters.of(channel)
                .add(() -> new ExporterStatus(
                        "x",
                        "metrics",
                        ExporterStatus.Kind.PUSH,
                        4,
                        0,
                        1,
                        new ExporterStatus.Export(Instant.EPOCH, "OTLP", "gzip", 12, 1.236, "collector")));

        JsonObject shown = report.json().getJsonArray("exporters").getJsonObject(0);
        assertThat(shown.getString("kind")).isEqualTo("push");
        assertThat(shown.getJsonObject("last").getString("at")).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(shown.getJsonObject("last").getDouble("durationMs")).isEqualTo(1.24);
        exporter.close();
        assertThat(report.json().getJsonArray("exporters")).isEmpty();
    }

    @Test
    @DisplayName("What an untrusted part registers is not shown")
    void untrustedExportersAreNotShown() {
        Exporters.of(channel.untrusted())
                .add(() -> new ExporterStatus("x", "metrics", ExporterStatus.Kind.PUSH, 0, 0, 0, null));

        assertThat(report.json().getJsonArray("exporters")).isEmpty();
    }

    @Test
    @DisplayName("Without a recording its sections are null, and the report is made all the same")
    void sectionsWithoutRecordingAreNull() {
        recording.close();

        JsonObject json = report.json();
        assertThat(json.getValue("series")).isNull();
        assertThat(json.getValue("events")).isNull();
        assertThat(json.getJsonObject("jvm").getInteger("processors")).isPositive();
    }

    @Test
    @DisplayName("A type that updates no metric counts as ignored")
    void typesWithoutMetricsAreIgnored() {
        publish(new ai.openclaw.diagnostics.events.UnknownEvent());

        JsonObject event = report.json().getJsonArray("events").getJsonObject(0);
        assertThat(event.getLong("ignored")).isEqualTo(1);
        assertThat(event.getLong("recorded")).isZero();
    }

    private void publish(ai.openclaw.diagnostics.events.DiagnosticEvent event) {
        channel.publish(event, Provenance.TRUSTED);
    }

    private static List<String> names(JsonArray rows, String member) {
        return rows.stream().map(row -> ((JsonObject) row).getString(member)).toList();
    }
}
