package ai.openclaw.diagnostics.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes random values as JSON5 in a random hand: layout, quotes, commas, and a numbered comment wherever one may be. */
final class RandomConfig {

    private static final List<String> KEYS = List.of("a", "b", "c", "a-b", "x.y", "_1", "true", "é", "q\"'");
    private static final List<Object> SCALARS =
            List.of("", "x", "it's", "a \"b\" // c /* d */ {,}", true, false, 7L, "\\", "\uD83D\uDE00");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final String lineEnd;
    private final boolean airy;
    private int comments;

    private RandomConfig(Random random) {
        this.random = random;
        this.lineEnd = random.nextInt(4) == 0 ? "\r\n" : "\n";
        this.airy = random.nextInt(3) > 0;
    }

    static Map<String, @Nullable Object> object(Random random, int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(key(random), value(random, depth - 1));
        }
        return object;
    }

    static String key(Random random) {
        return KEYS.get(random.nextInt(KEYS.size()));
    }

    static Object scalar(Random random) {
        return SCALARS.get(random.nextInt(SCALARS.size()));
    }

    private static Object value(Random random, int depth) {
        int kind = depth <= 0 ? 9 : random.nextInt(10);
        if (kind < 4) {
            return object(random, depth);
        }
        if (kind > 6) {
            return scalar(random);
        }
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(random.nextInt(4) > 0 ? "i" + random.nextInt(3) : value(random, depth - 1));
        }
        return items;
    }

    static String written(Random random, Map<String, ?> object) {
        RandomConfig writer = new RandomConfig(random);
        writer.gap();
        writer.write(object);
        writer.gap();
        return writer.text.toString();
    }

    private void write(Object value) {
        if (value instanceof Map<?, ?> map) {
            container('{', '}', new ArrayList<>(map.entrySet()));
        } else if (value instanceof List<?> list) {
            container('[', ']', list);
        } else if (value instanceof Map.Entry<?, ?> member) {
            String key = (String) member.getKey();
            text.append(key.matches("[a-z_é][a-z0-9é]*") && random.nextInt(3) > 0 ? key : string(key));
            gap();
            text.append(':');
            gap();
            write(member.getValue());
        } else {
            text.append(value instanceof String string ? string(string) : value);
        }
    }

    private void container(char open, char close, List<?> elements) {
        text.append(open);
        for (int i = 0; i < elements.size(); i++) {
            gap();
            write(elements.get(i));
            gap();
            text.append(i < elements.size() - 1 || random.nextInt(3) == 0 ? "," : "");
        }
        gap();
        text.append(close);
    }

    private String string(String value) {
        boolean single = random.nextBoolean();
        String escaped = value.replace("\\", "\\\\").replace(single ? "'" : "\"", single ? "\\'" : "\\\"");
        return single ? "'" + escaped + "'" : "\"" + escaped + "\"";
    }

    private void gap() {
        for (int i = random.nextInt(airy ? 4 : 2); i > 0; i--) {
            text.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "// c" + comments++ + " } ] , \"" + lineEnd;
                        case 1 -> "/* c" + comments++ + " */";
                        case 2 -> "/* c" + comments++ + " {" + lineEnd + "  ' */";
                        case 3, 4 -> lineEnd + "  ";
                        default -> airy ? " " : "";
                    });
        }
    }
}
