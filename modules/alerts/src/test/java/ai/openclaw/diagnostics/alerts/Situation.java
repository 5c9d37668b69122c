package ai.openclaw.diagnostics.alerts;

import ai.openclaw.diagnostics.alerts.format.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of {@code alerts/tests/situations}: series of hours or days, and the alerts that fire in them.
 *
 * @param file the path
 * @param content the file as YAML
 */
record Situation(Path file, Map<String, Object> content) {

    private static final Path FOLDER = RuleText.FOLDER.resolve("tests/situations");

    /** Returns all situations, sorted by name. */
    static List<Situation> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Situation::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Situation read(Path file) {
        try {
            return new Situation(file, RuleText.yaml(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return file.getFileName().toString().replace(".yml", "");
    }

    /** Returns the intervals of samples and of evaluations: situations that differ in them cannot be evaluated together. */
    String intervals() {
        return tests().get(0).get("interval") + " samples, " + content.get("evaluation_interval") + " evaluations";
    }

    private List<Map<String, Object>> tests() {
        return RuleText.maps(content, "tests");
    }

    /**
     * Returns one file of promtool for situations with the same intervals, each in a namespace named after it. The rules
     * keep namespaces apart, and to evaluate twenty at once takes little longer than one.
     */
    static String together(List<Situation> situations) {
        List<Object> series = new ArrayList<>();
        List<Object> queries = new ArrayList<>();
        for (Situation situation : situations) {
            for (Map<String, Object> test : situation.tests()) {
                RuleText.maps(test, "input_series").forEach(input -> series.add(situation.apart(input, "series", "{")));
                RuleText.maps(test, "promql_expr_test")
                        .forEach(query -> queries.add(situation.apart(query, "expr", "ALERTS{")));
            }
        }
        Situation first = situations.get(0);
        Map<String, Object> file = new LinkedHashMap<>(first.content);
        file.put(
                "rule_files",
                List.of(RuleText.FOLDER
                        .resolve("openclaw.rules.yml")
                        .toAbsolutePath()
                        .normalize()
                        .toString()));
        file.put(
                "tests",
                List.of(Map.of(
                        "interval",
                        first.tests().get(0).get("interval"),
                        "input_series",
                        series,
                        "promql_expr_test",
                        queries)));
        return Yaml.document("", file);
    }

    /** Returns fields of which one selects the namespace. */
    private Map<String, Object> apart(Map<String, Object> fields, String key, String before) {
        String text = (String) fields.get(key);
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(key, text.replace(before, before + "namespace=\"" + name() + "\","));
        if (text.equals(changed.get(key))) {
            throw new AssertionError(file + ": no \"" + before + "\" in " + text);
        }
        return changed;
    }

    @Override
    public String toString() {
        return name();
    }
}
