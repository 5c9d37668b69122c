package ai.openclaw.diagnostics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.events.UnknownEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The bridge sends what recorders read, all of it and nothing else: its list is that of the Java records. */
class AllowListTest {

    private static final Path FILE = Path.of("../../bridge/lib/allow-list.json");

    /** What records have for readers other than recorders: the time and the span are for spans, the total has no reader yet. */
    private static final Set<String> NOT_SENT = Set.of("type", "ts", "trace", "memory.workerHeaps.heapTotal");

    /** A value of each kind, and the kind that takes it. What no probe tells apart is an object with fields. */
    private static final Map<String, Object> PROBES = Map.of(
            "label",
            "x",
            "number",
            1,
            "boolean",
            true,
            "[label]",
            JsonArray.of("x"),
            "[]",
            JsonArray.of(new JsonObject()));

    @Test
    void theListIsThatOfTheRecords() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        new JsonObject(Files.readString(FILE)).forEach(type -> addListed(type.getKey() + " ", type.getValue(), listed));
        assertThat(listed).isEqualTo(ofTheRecords()).isNotEmpty();
    }

    private static void addListed(String path, Object shape, Map<String, String> listed) {
        if (shape instanceof JsonObject object) {
            object.forEach(field ->
                    addListed(path + (path.endsWith(" ") ? "" : ".") + field.getKey(), field.getValue(), listed));
        } else if (shape instanceof JsonArray array) {
            if (array.getValue(0) instanceof String kind) {
                listed.put(path, "[" + kind + "]");
            } else {
                addListed(path, array.getValue(0), listed);
            }
        } else {
            listed.put(path, String.valueOf(shape));
        }
    }

    private static Map<String, String> ofTheRecords() {
        Map<String, String> kinds = new TreeMap<>();
        for (EventType<?> type : EventType.all()) {
            if (type != UnknownEvent.TYPE) {
                leaves(type).forEach(path -> kinds.put(type.name() + " " + path, kind(type, path)));
            }
        }
        return kinds;
    }

    /** Returns the fields that have none themselves. */
    private static Set<String> leaves(EventType<?> type) {
        Set<String> leaves = new TreeSet<>();
        List<String> fields = type.fields().subList(0, type.fields().size() - 1); // the last means what follows
        for (String field : fields) {
            boolean parent = fields.stream().anyMatch(other -> other.startsWith(field + "."));
            if (!parent && NOT_SENT.stream().noneMatch(it -> field.equals(it) || field.startsWith(it + "."))) {
                leaves.add(field);
            }
        }
        return leaves;
    }

    /** Asks the decoder: the kind of a field is that of the one value which it does not reject. */
    private static String kind(EventType<?> type, String path) {
        Set<String> taken = new TreeSet<>();
        PROBES.forEach((kind, value) -> {
            if (takes(type, path, value)) {
                taken.add(kind);
            }
        });
        assertThat(taken).as("kinds of %s in %s", path, type).hasSize(1);
        String kind = taken.iterator().next();
        return path.equals("lane") && kind.equals("label") ? "lane" : kind;
    }

    private static boolean takes(EventType<?> type, String path, Object value) {
        Rejections rejections = Rejections.create();
        String event = new JsonObject()
                .put("event", within(path, value).put("type", type.name()))
                .put("metadata", new JsonObject().put("trusted", true))
                .encode();
        assertThat(EventDecoder.create(rejections).decode(event)).isPresent();
        return rejections.of(type, path) == 0;
    }

    /** Puts a value into the objects that its path names; the one array of objects among them has one. */
    private static JsonObject within(String path, Object value) {
        String[] names = path.split("[.]");
        Object nested = value;
        for (int i = names.length - 1; i > 0; i--) {
            JsonObject object = new JsonObject().put(names[i], nested);
            nested = names[i - 1].equals("workerHeaps") ? JsonArray.of(object) : object;
        }
        return new JsonObject().put(names[0], nested);
    }
}
