package ai.openclaw.diagnostics.json5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes random values in every form that JSON5 has; the writer is the reference that a reader is held against. */
final class RandomJson5 {

    private static final String[] SPACES = {
        " ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\u000B",
        "\f",
        "\u00A0",
        "\u2028",
        "\u2029",
        "\uFEFF",
        "\u3000",
        "/* } ] ' \" */",
        "/***/",
        "// } ] , ' \"\n",
        "//\u2028"
    };
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r", "\u2028", "\u2029"};

    private final Random random;
    private final boolean plainJson;
    private final StringBuilder text = new StringBuilder();

    private RandomJson5(Random random, boolean plainJson) {
        this.random = random;
        this.plainJson = plainJson;
    }

    static @Nullable Object value(Random random, int depth) {
        return switch (depth > 0 ? random.nextInt(8) : 2 + random.nextInt(6)) {
            case 0 -> object(random, depth - 1);
            case 1 -> {
                Object[] items = new Object[random.nextInt(5)];
                Arrays.setAll(items, i -> value(random, depth - 1));
                yield new ArrayList<>(Arrays.asList(items));
            }
            case 2 -> random.nextBoolean() ? (Object) random.nextBoolean() : null;
            case 3 -> (long) random.nextInt(2000) - 1000;
            case 4 -> random.nextLong() >> 8 + random.nextInt(50);
            case 5 -> Double.longBitsToDouble(random.nextLong());
            default -> string(random);
        };
    }

    private static Map<String, @Nullable Object> object(Random random, int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(random.nextBoolean() ? identifier(random) : string(random), value(random, depth));
        }
        return object;
    }

    private static String identifier(Random random) {
        StringBuilder name = new StringBuilder();
        name.append("ab$_éλ".charAt(random.nextInt(6)));
        for (int i = random.nextInt(5); i > 0; i--) {
            name.append("ab$_9éλ٣\u200D".charAt(random.nextInt(9)));
        }
        return name.toString();
    }

    private static String string(Random random) {
        StringBuilder string = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            string.appendCodePoint(
                    switch (random.nextInt(6)) {
                        case 0 -> random.nextInt(32);
                        case 1 -> "'\"\\/\b\u2028\u2029\u007F\0".codePointAt(random.nextInt(9));
                        case 2 -> 0x1F600 + random.nextInt(50);
                        case 3 -> 0xA0 + random.nextInt(0x3000);
                        default -> 32 + random.nextInt(95);
                    });
        }
        return string.toString();
    }

    /** Writes a value, in JSON5 or in what every JSON reader understands. */
    static String written(Random random, @Nullable Object value, boolean plainJson) {
        RandomJson5 writer = new RandomJson5(random, plainJson);
        writer.space();
        writer.write(value);
        writer.space();
        return writer.text.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            container('{', '}', new ArrayList<>(map.entrySet()));
        } else if (value instanceof List<?> list) {
            container('[', ']', list);
        } else if (value instanceof Map.Entry<?, ?> member) {
            key((String) member.getKey());
            space();
            text.append(':');
            space();
            write(member.getValue());
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof Long number) {
            text.append(number(number));
        } else {
            text.append(value instanceof Double number ? number(number) : String.valueOf(value));
        }
    }

    private void container(char open, char close, List<?> elements) {
        text.append(open);
        space();
        for (int i = 0; i < elements.size(); i++) {
            write(elements.get(i));
            space();
            text.append(i < elements.size() - 1 || !plainJson && random.nextInt(3) == 0 ? "," : "");
            space();
        }
        text.append(close);
    }

    private String number(long number) {
        boolean fits = Math.abs(number) < 1L << 59;
        if (plainJson || !fits || random.nextInt(3) > 0) {
            return Long.toString(number);
        }
        String digits = Long.toHexString(Math.abs(number));
        String hexadecimal = (random.nextBoolean() ? "0x" + digits : "0X" + digits.toUpperCase(java.util.Locale.ROOT));
        return (number < 0 ? "-" : random.nextBoolean() ? "+" : "") + (number == 0 ? "0" : hexadecimal);
    }

    private String number(double number) {
        if (plainJson && !Double.isFinite(number)) {
            return "0.5";
        }
        String decimal = Double.toString(number);
        if (plainJson || !Double.isFinite(number)) {
            return decimal;
        }
        String sign = number > 0 && random.nextBoolean() ? "+" : "";
        String bare = decimal.replaceFirst("^(-?)0\\.", "$1.").replaceFirst("\\.0(?=E|$)", ".");
        return sign + (random.nextBoolean() && !bare.matches("-?\\..*E.*|-?\\.") ? bare : decimal);
    }

    private void key(String key) {
        boolean bare = key.matches("[ab$_éλ][ab$_9éλ٣\u200D]*");
        if (plainJson || !bare || random.nextInt(3) == 0) {
            string(key);
            return;
        }
        key.chars().forEach(c -> text.append(random.nextInt(8) == 0 ? String.format("\\u%04X", c) : "" + (char) c));
    }

    private void string(String string) {
        char quote = plainJson || random.nextBoolean() ? '"' : '\'';
        text.append(quote);
        string.chars().forEach(c -> character((char) c, quote));
        text.append(quote);
    }

    private void character(char c, char quote) {
        if (!plainJson && random.nextInt(12) == 0) {
            text.append('\\').append(LINE_ENDS[random.nextInt(LINE_ENDS.length)]);
            if (text.charAt(text.length() - 1) == '\r' && c == '\n') {
                text.append("\\n");
                return;
            }
        }
        boolean must = c == quote || c == '\\' || c == '\n' || c == '\r' || plainJson && c < ' ';
        if (must || random.nextInt(6) == 0) {
            text.append(escape(c));
        } else {
            text.append(c);
        }
    }

    private String escape(char c) {
        int named = "\b\f\n\r\t\"\\/".indexOf(c);
        if (named >= 0 && random.nextBoolean()) {
            return "\\" + "bfnrt\"\\/".charAt(named);
        }
        if (!plainJson && c < 256 && random.nextBoolean()) {
            return c == '\u000B' ? "\\v" : String.format("\\x%02x", (int) c);
        }
        boolean itself = !plainJson && c > ' ' && "bfnrtvux0123456789\u2028\u2029".indexOf(c) < 0;
        return itself && random.nextBoolean() ? "\\" + c : String.format("\\u%04x", (int) c);
    }

    private void space() {
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(plainJson ? SPACES[random.nextInt(5)] : SPACES[random.nextInt(SPACES.length)]);
        }
    }
}
