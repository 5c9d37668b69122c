package ai.openclaw.diagnostics.alerts.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** YAML of maps, lists, strings, numbers and truth values, in the form in which people write rule files: texts of many lines as blocks. */
public final class Yaml {

    /** What needs no quotes: it is neither a number, a truth value nor null, and has nothing that YAML reads. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:true|false|yes|no|on|off|null|y|n)$)[A-Za-z/][\\w./:@-]*(?<!:)|\\d+[smhd]");

    private final StringBuilder out = new StringBuilder();

    private Yaml() {}

    /** Returns a document; it begins with these lines as a comment. */
    public static String document(String comment, Map<String, ?> content) {
        Yaml yaml = new Yaml();
        comment.lines().forEach(line -> yaml.out.append("# ").append(line).append('\n'));
        yaml.map(content, 0);
        return yaml.out.toString();
    }

    /** Returns a map with these keys and values, in this order. */
    public static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private void map(Map<?, ?> map, int indent) {
        String margin = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(margin).append(scalar(entry.getKey())).append(':');
            value(entry.getValue(), indent);
            margin = " ".repeat(indent);
        }
    }

    private void list(List<?> list, int indent) {
        for (Object item : list) {
            out.append(" ".repeat(indent)).append("- ");
            if (item instanceof Map<?, ?> map) {
                map(map, indent + 2);
            } else {
                out.append(scalar(item)).append('\n');
            }
        }
    }

    private void value(Object value, int indent) {
        if (value instanceof Map<?, ?> map) {
            out.append('\n').append(" ".repeat(indent + 2));
            map(map, indent + 2);
        } else if (value instanceof List<?> list) {
            out.append('\n');
            list(list, indent + 2);
        } else if (value.toString().indexOf('\n') >= 0) {
            out.append(" |-\n").append(value.toString().indent(indent + 2));
        } else {
            out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static String scalar(Object value) {
        String text = value.toString();
        boolean plain = value instanceof Number
                || value instanceof Boolean
                || PLAIN.matcher(text).matches();
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}
