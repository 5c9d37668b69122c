package ai.openclaw.diagnostics.json5;

import ai.openclaw.diagnostics.json5.Json5Value.ArrayValue;
import ai.openclaw.diagnostics.json5.Json5Value.Element;
import ai.openclaw.diagnostics.json5.Json5Value.Member;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a text is written, so that what is added to it looks alike.
 *
 * @param unit the indentation of a level
 * @param lineEnd what ends a line
 * @param trailingCommas whether a comma follows the last of several lines
 * @param quotedKeys whether every key is in quotes, as in plain JSON
 */
record Style(String unit, String lineEnd, boolean trailingCommas, boolean quotedKeys) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final String TWO_SPACES = "  ";

    static Style of(Json5Document document) {
        String text = document.text();
        Shape shape = new Shape();
        Json5Value root = document.root();
        if (root != null) {
            shape.add(root);
        }
        return new Style(
                unit(document),
                text.contains("\r\n") ? "\r\n" : "\n",
                shape.trailingCommas,
                shape.needlessQuotes && !shape.plainKeys);
    }

    private static String unit(Json5Document document) {
        return !(document.root() instanceof ObjectValue root)
                ? TWO_SPACES
                : root.members().stream()
                        .filter(member -> LineScanner.isFirst(document.text(), member.start()))
                        .map(member -> LineScanner.indentation(document.text(), member.start()))
                        .filter(indentation -> !indentation.isEmpty())
                        .findFirst()
                        .orElse(TWO_SPACES);
    }

    /** What the containers of a document have in common. */
    private static final class Shape {
        private boolean trailingCommas;
        private boolean plainKeys;
        private boolean needlessQuotes;

        void add(Json5Value value) {
            if (value instanceof ObjectValue object) {
                object.members().forEach(this::addKey);
                addAll(object.members());
            } else if (value instanceof ArrayValue array) {
                addAll(array.items());
            }
        }

        private void addKey(Member member) {
            plainKeys |= !member.quoted();
            needlessQuotes |=
                    member.quoted() && IDENTIFIER.matcher(member.key()).matches();
        }

        private void addAll(List<? extends Element> elements) {
            elements.forEach(element -> add(element.value()));
            trailingCommas |=
                    !elements.isEmpty() && elements.get(elements.size() - 1).comma() != Json5Value.NO_COMMA;
        }
    }

    /** Returns a key, quoted if it has to be or if every other is. */
    String key(String key) {
        return quotedKeys || !IDENTIFIER.matcher(key).matches() ? Quoting.quoted(key) : key;
    }

    /** Returns a value: a string, a list of strings, a number or a boolean. */
    static String value(Object value) {
        if (value instanceof List<?> items) {
            return "[" + String.join(", ", items.stream().map(Style::value).toList()) + "]";
        }
        return value instanceof String text ? Quoting.quoted(text) : value.toString();
    }

    /** Returns a value below some keys, with a separate line for each level. */
    String nested(List<String> keys, Object value, String indentation) {
        if (keys.isEmpty()) {
            return value(value);
        }
        String inner = indentation + unit;
        return "{" + lineEnd + inner + key(keys.get(0)) + ": " + nested(rest(keys), value, inner)
                + (trailingCommas ? "," : "") + lineEnd + indentation + "}";
    }

    /** Returns a value below some keys, in one line. */
    String inline(List<String> keys, Object value) {
        return keys.isEmpty() ? value(value) : "{ " + key(keys.get(0)) + ": " + inline(rest(keys), value) + " }";
    }

    private static List<String> rest(List<String> keys) {
        return keys.subList(1, keys.size());
    }
}
