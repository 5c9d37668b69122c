package ai.openclaw.diagnostics.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A rule as it is in a file.
 *
 * @param group the group it is in
 * @param fields record or alert, expr, for, labels, annotations
 */
record RuleText(String group, Map<String, Object> fields) {

    /** The folder of the generated and hand-written files. */
    static final Path FOLDER = Path.of("../../alerts");

    /** Reads all rules of a rule file. */
    static List<RuleText> readAll(Path file) throws IOException {
        return rules(yaml(Files.readString(file)));
    }

    /** Returns the rules below the key {@code groups}. */
    static List<RuleText> rules(Map<String, Object> content) {
        List<RuleText> rules = new ArrayList<>();
        for (Map<String, Object> group : maps(content, "groups")) {
            maps(group, "rules").forEach(fields -> rules.add(new RuleText((String) group.get("name"), fields)));
        }
        return rules;
    }

    /** Returns the groups with only the rules of an alert, and those of the recordings that it reads, and so on. */
    static List<Map<String, Object>> madeOf(String alert, Map<String, Object> content) {
        Set<RuleText> needed = new LinkedHashSet<>(rules(content).stream()
                .filter(rule -> rule.name().equals(alert))
                .toList());
        boolean more = true;
        while (more) {
            more = needed.addAll(rules(content).stream()
                    .filter(rule -> !rule.isAlert() && needed.stream().anyMatch(reader -> reader.reads(rule.name())))
                    .toList());
        }
        Set<Map<String, Object>> fields = needed.stream().map(RuleText::fields).collect(Collectors.toSet());
        return maps(content, "groups").stream()
                .map(group -> Map.of(
                        "name",
                        group.get("name"),
                        "rules",
                        maps(group, "rules").stream().filter(fields::contains).toList()))
                .filter(group -> !((List<?>) group.get("rules")).isEmpty())
                .toList();
    }

    private boolean reads(String recording) {
        return Pattern.compile(Pattern.quote(recording) + "(?![\\w:])")
                .matcher(expression())
                .find();
    }

    @SuppressWarnings("unchecked") // the top of each of our files is a map
    static Map<String, Object> yaml(String text) {
        return (Map<String, Object>) new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    @SuppressWarnings("unchecked") // what is under these keys is a list of maps
    static List<Map<String, Object>> maps(Map<String, Object> map, String key) {
        return (List<Map<String, Object>>) map.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked") // what is under these keys is a map
    static Map<String, Object> map(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.get(key);
    }

    boolean isAlert() {
        return fields.containsKey("alert");
    }

    String name() {
        return (String) fields.get(isAlert() ? "alert" : "record");
    }

    String expression() {
        return (String) fields.get("expr");
    }

    String lasting() {
        return (String) fields.getOrDefault("for", "");
    }

    Map<String, String> labels() {
        return texts("labels");
    }

    Map<String, String> annotations() {
        return texts("annotations");
    }

    @SuppressWarnings("unchecked") // labels and annotations are maps of strings
    private Map<String, String> texts(String key) {
        return (Map<String, String>) fields.getOrDefault(key, Map.of());
    }

    /** Returns this rule with one field changed, to show that a check can fail. */
    RuleText with(String key, Object value) {
        Map<String, Object> changed = new java.util.HashMap<>(fields);
        changed.put(key, value);
        return new RuleText(group, changed);
    }

    @Override
    public String toString() {
        return name();
    }
}
