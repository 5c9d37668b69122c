package ai.openclaw.diagnostics.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schema of a custom resource, as an operator's CustomResourceDefinition gives it, and what breaks it. */
final class ResourceSchema {

    private final Map<String, Object> schema;
    private final String apiVersion;

    private ResourceSchema(Map<String, Object> schema, String apiVersion) {
        this.schema = schema;
        this.apiVersion = apiVersion;
    }

    /** Reads a definition with one version. */
    static ResourceSchema read(Path definition) throws IOException {
        Map<String, Object> spec = RuleText.map(RuleText.yaml(Files.readString(definition)), "spec");
        Map<String, Object> version = RuleText.maps(spec, "versions").get(0);
        Map<String, Object> schema = RuleText.map(RuleText.map(version, "schema"), "openAPIV3Schema");
        return new ResourceSchema(schema, spec.get("group") + "/" + version.get("name"));
    }

    /** Returns what is wrong with a manifest, each with its path; empty if nothing is. */
    List<String> errors(Map<String, Object> manifest) {
        List<String> errors = new ArrayList<>();
        if (!apiVersion.equals(manifest.get("apiVersion"))) {
            errors.add("apiVersion: " + manifest.get("apiVersion") + " instead of " + apiVersion);
        }
        check(manifest, schema, "", errors);
        return errors;
    }

    private static void check(Object value, Map<String, Object> schema, String path, List<String> errors) {
        if (Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))) {
            expect(value instanceof Integer || value instanceof String, path, "an integer or a string", errors);
            return;
        }
        switch ((String) schema.get("type")) {
            case "object" -> {
                if (expect(value instanceof Map, path, "an object", errors)) {
                    checkObject((Map<?, ?>) value, schema, path, errors);
                }
            }
            case "array" -> {
                if (expect(value instanceof List, path, "an array", errors)) {
                    checkItems((List<?>) value, schema, path, errors);
                }
            }
            case "string" -> {
                if (expect(value instanceof String, path, "a string", errors)) {
                    checkText((String) value, schema, path, errors);
                }
            }
            case "integer" -> expect(value instanceof Integer || value instanceof Long, path, "an integer", errors);
            case "number" -> expect(value instanceof Number, path, "a number", errors);
            case "boolean" -> expect(value instanceof Boolean, path, "a boolean", errors);
            default -> throw new AssertionError("unknown type at " + path + ": " + schema.get("type"));
        }
    }

    private static void checkObject(Map<?, ?> value, Map<String, Object> schema, String path, List<String> errors) {
        if (path.equals("/metadata")) {
            return; // Kubernetes' own
        }
        Map<String, Object> properties = child(schema, "properties");
        Map<String, Object> others =
                schema.get("additionalProperties") instanceof Map ? child(schema, "additionalProperties") : Map.of();
        for (Object required : (List<?>) schema.getOrDefault("required", List.of())) {
            expect(value.containsKey(required), path + "/" + required, "present", errors);
        }
        value.forEach((key, field) -> {
            String at = path + "/" + key;
            Map<String, Object> of = properties.containsKey(key) ? child(properties, (String) key) : others;
            if (expect(!of.isEmpty(), at, "a field that the resource has", errors)) {
                check(field, of, at, errors);
            }
        });
    }

    private static void checkItems(List<?> value, Map<String, Object> schema, String path, List<String> errors) {
        for (int i = 0; i < value.size(); i++) {
            check(value.get(i), child(schema, "items"), path + "/" + i, errors);
        }
        List<?> keys = (List<?>) schema.getOrDefault("x-kubernetes-list-map-keys", List.of());
        long distinct = value.stream()
                .map(item -> keys.stream()
                        .map(key -> String.valueOf(((Map<?, ?>) item).get(key)))
                        .toList())
                .distinct()
                .count();
        expect(keys.isEmpty() || distinct == value.size(), path, "without two of one " + keys, errors);
    }

    private static void checkText(String value, Map<String, Object> schema, String path, List<String> errors) {
        String pattern = (String) schema.getOrDefault("pattern", ".*");
        expect(value.matches("(?s)" + pattern), path, "like " + pattern, errors);
        List<?> allowed = (List<?>) schema.getOrDefault("enum", List.of(value));
        expect(allowed.contains(value), path, "one of " + allowed, errors);
        expect(value.length() >= (Integer) schema.getOrDefault("minLength", 0), path, "longer", errors);
    }

    private static Map<String, Object> child(Map<String, Object> schema, String key) {
        return schema.containsKey(key) ? RuleText.map(schema, key) : Map.of();
    }

    private static boolean expect(boolean holds, String path, String what, List<String> errors) {
        if (!holds) {
            errors.add(path + ": must be " + what);
        }
        return holds;
    }
}
