package ai.openclaw.diagnostics.events;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One event of each type with a different value in each field, as JSON and as the record that must come of it. Both are
 * derived from the components of the record: a component has the name of its field in JSON, but for a short list.
 */
final class Examples {

    /** Components with another name or place in JSON. */
    private static final Map<String, String> PATHS = Map.of("paramsKind", "paramsSummary.kind");

    private Examples() {}

    /**
     * @param json by path, the JSON of its value
     */
    record Example(DiagnosticEvent event, Map<String, String> json) {

        EventType<?> type() {
            return event.type();
        }

        /** Returns the line of this example, trusted. */
        String line() {
            return Examples.line(type().name(), json, "");
        }

        /** Returns the line with another value of one field. */
        String lineWith(String field, String value) {
            Map<String, String> changed = new LinkedHashMap<>(json);
            changed.put(field, value);
            return Examples.line(type().name(), changed, "");
        }

        /** Returns the line without one field. */
        String lineWithout(String field) {
            Map<String, String> changed = new LinkedHashMap<>(json);
            changed.remove(field);
            return Examples.line(type().name(), changed, "");
        }

        /** Returns the line with more members, each with a comma in front. */
        String lineWithMore(String members) {
            return Examples.line(type().name(), json, members);
        }

        @Override
        public String toString() {
            return type().name();
        }
    }

    static List<Example> all() {
        return EventType.all().stream()
                .filter(type -> type != UnknownEvent.TYPE)
                .map(Examples::of)
                .toList();
    }

    static Example of(EventType<?> type) {
        Map<String, String> json = new LinkedHashMap<>();
        return new Example((DiagnosticEvent) filled(type.eventClass(), "", json), json);
    }

    /** Returns a record with a different value in each component, and writes these down. */
    private static Object filled(Class<?> type, String prefix, Map<String, String> json) {
        RecordComponent[] components = type.getRecordComponents();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            String path = prefix + PATHS.getOrDefault(component.getName(), component.getName());
            boolean objects = component.getGenericType().getTypeName().contains(WorkerHeap.class.getName());
            values.add(objects ? workerHeaps(path, json) : value(component.getType(), path, json));
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    private static Object workerHeaps(String path, Map<String, String> json) {
        json.put(path, "[{\"script\":\"a.js\",\"heapUsed\":1.5},{\"heapTotal\":2.5}]");
        return List.of(
                WorkerHeap.builder().script("a.js").heapUsed(1.5).build(),
                WorkerHeap.builder().heapTotal(2.5).build());
    }

    private static Object value(Class<?> type, String path, Map<String, String> json) {
        int number = json.size() + 1;
        if (type == TraceContext.class) {
            json.put(path + ".traceId", "\"0af7651916cd43dd8448eb211c80319c\"");
            json.put(path + ".spanId", "\"b7ad6b7169203331\"");
            json.put(path + ".parentSpanId", "\"00f067aa0ba902b7\"");
            json.put(path + ".traceFlags", "\"01\"");
            return new TraceContext(
                    0x0af7651916cd43ddL, 0x8448eb211c80319cL, 0xb7ad6b7169203331L, 0x00f067aa0ba902b7L, (byte) 1);
        }
        if (type == String.class) {
            json.put(path, "\"text-" + number + "\"");
            return "text-" + number;
        }
        if (type == double.class) {
            json.put(path, number + ".5");
            return number + 0.5;
        }
        if (type == List.class) {
            json.put(path, "[\"text-" + number + "\",\"b\"]");
            return List.of("text-" + number, "b");
        }
        if (type == boolean.class || type == Boolean.class) {
            json.put(path, "true");
            return true;
        }
        return filled(type, path + ".", json);
    }

    /** Returns a trusted event of this type with these fields and, after them, more members of the event. */
    static String line(String type, Map<String, String> json, String members) {
        return "{\"event\":{\"type\":\"" + type + "\"" + membersOf(json) + members + "},"
                + "\"metadata\":{\"trusted\":true}}";
    }

    /** A field that is given as an object replaces its members. */
    private static String membersOf(Map<String, String> json) {
        StringBuilder members = new StringBuilder();
        Map<String, StringBuilder> objects = new LinkedHashMap<>();
        json.forEach((path, value) -> {
            int dot = path.indexOf('.');
            if (dot < 0) {
                members.append(",\"").append(path).append("\":").append(value);
            } else {
                StringBuilder object = objects.computeIfAbsent(path.substring(0, dot), name -> new StringBuilder());
                object.append(object.isEmpty() ? "\"" : ",\"").append(path.substring(dot + 1));
                object.append("\":").append(value);
            }
        });
        objects.forEach((name, object) ->
                members.append(",\"").append(name).append("\":{").append(object).append('}'));
        return members.toString();
    }
}
