package ai.openclaw.diagnostics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.plugin.ExporterOptions;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.testing.UnrecordedFields;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must not be seen, in every field of every type of event: no exporter shows it. */
class CanariesTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern LABEL_VALUE = Pattern.compile("\\w+=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final List<String> TEXTS = List.of(
            "CANARY say nothing of this",
            "/home/canary/notes.txt",
            "canary@example.com",
            "agent:canary:telegram:direct:1",
            "sk-canary0123456789",
            "canary.internal:8443");

    private final JsonObject shapes = new JsonObject(Files.readString(ROOT.resolve("bridge/lib/allow-list.json")));

    CanariesTest() throws IOException {}

    @ParameterizedTest
    @EnumSource(Profile.class)
    @DisplayName("Text, secrets, identifiers, addresses, hosts and files in every field: none is a label")
    void noCanaryComesOut(Profile profile) throws IOException {
        PrometheusExporter exporter =
                PrometheusExporter.create(ExporterOptions.defaults().withProfile(profile), Rejections.create());
        EventDecoder decoder = EventDecoder.create(Rejections.create());
        Set<String> canaries = canaries();
        for (String canary : canaries) {
            for (String type : shapes.fieldNames()) {
                decoder.decode(event(type, canary))
                        .ifPresent(it -> exporter.recorder().onEvent(it.event(), it.provenance()));
            }
        }

        String text = exporter.exposition().text();
        Set<String> shown = new TreeSet<>();
        LABEL_VALUE.matcher(text).results().forEach(label -> shown.add(label.group(1)));
        assertThat(shown).contains("unknown", "none", "other").doesNotContainAnyElementsOf(canaries);
        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("canary");
        assertThat(text).contains("openclaw_prometheus_series_dropped_total 0\n");
    }

    private static Set<String> canaries() throws IOException {
        LabelPolicy policy = LabelPolicy.standard();
        Set<String> canaries = new TreeSet<>(TEXTS);
        try (Stream<String> rows = Files.lines(ROOT.resolve("modules/policy/src/test/resources/must-refuse.tsv"))) {
            rows.filter(row -> !row.startsWith("#"))
                    .map(row -> ((String) Json.decodeValue(row.split("\t")[3])).strip())
                    .filter(value -> policy.refusal(value) != null && policy.laneRefusal(value) != null)
                    .forEach(canaries::add);
        }
        assertThat(canaries).hasSizeGreaterThan(400);
        return canaries;
    }

    private String event(String type, String canary) {
        JsonObject event = (JsonObject) filled(shapes.getValue(type), canary);
        UnrecordedFields.NAMES.forEach(field -> event.put(field, canary));
        return new JsonObject()
                .put("event", event.put("type", type))
                .put("metadata", new JsonObject().put("trusted", true))
                .encode();
    }

    /** Returns the shape with the canary in every place, also where numbers belong. */
    private static Object filled(Object shape, String canary) {
        if (shape instanceof JsonArray array) {
            return JsonArray.of(filled(array.getValue(0), canary));
        }
        if (!(shape instanceof JsonObject object)) {
            return canary;
        }
        JsonObject event = new JsonObject();
        new ArrayList<>(object.fieldNames()).forEach(name -> event.put(name, filled(object.getValue(name), canary)));
        return event;
    }
}
