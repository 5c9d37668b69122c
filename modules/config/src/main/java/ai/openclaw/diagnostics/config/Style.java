package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.Token.Kind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a file is written, so that what is added to it looks alike.
 *
 * @param unit the indentation of a level
 * @param lineEnd what ends a line
 * @param trailingCommas whether a comma follows the last of several lines
 * @param quotedKeys whether every key is in quotes, as in plain JSON
 */
record Style(String unit, String lineEnd, boolean trailingCommas, boolean quotedKeys) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final String TWO_SPACES = "  ";

    static Style of(Document document) {
        String text = document.text();
        return new Style(unit(document), text.contains("\r\n") ? "\r\n" : "\n", trailing(document), quoted(document));
    }

    private static String unit(Document document) {
        return document.root().members().stream()
                .filter(member -> Lines.isFirst(document.text(), member.keyStart()))
                .map(member -> Lines.indentation(document.text(), member.keyStart()))
                .filter(indentation -> !indentation.isEmpty())
                .findFirst()
                .orElse(TWO_SPACES);
    }

    private static boolean trailing(Document document) {
        List<Token> tokens = document.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            Kind kind = tokens.get(i).kind();
            boolean closes = kind == Kind.CLOSE_OBJECT || kind == Kind.CLOSE_LIST;
            if (closes && tokens.get(i - 1).kind() == Kind.COMMA) {
                return true;
            }
        }
        return false;
    }

    private static boolean quoted(Document document) {
        List<Token> tokens = document.tokens();
        boolean needlessly = false;
        for (int i = 1; i < tokens.size(); i++) {
            Token key = tokens.get(i - 1);
            if (tokens.get(i).kind() == Kind.COLON) {
                if (key.kind() == Kind.WORD) {
                    return false;
                }
                String name = document.text().substring(key.start() + 1, key.end() - 1);
                needlessly |= IDENTIFIER.matcher(name).matches();
            }
        }
        return needlessly;
    }

    /** Returns a key, quoted if it has to be or if every other is. */
    String key(String key) {
        return quotedKeys || !IDENTIFIER.matcher(key).matches() ? Texts.quoted(key) : key;
    }

    /** Returns a value: a string, a list of strings, a number or a boolean. */
    static String value(Object value) {
        if (value instanceof List<?> items) {
            return "[" + String.join(", ", items.stream().map(Style::value).toList()) + "]";
        }
        return value instanceof String text ? Texts.quoted(text) : value.toString();
    }

    /** Returns a value below some keys, with lines of its own for each level. */
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
