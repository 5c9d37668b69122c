package ai.openclaw.diagnostics.json5;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random texts, held against the writer that made them and against Jackson. */
class Json5PropertyTest {

    private static final int TEXTS = 3000;
    private static final String MARKER = "hunter2";

    private static @Nullable Object plain(String text) {
        Json5Value root = Json5Document.parse(text).root();
        return root == null ? "nothing" : root.plain();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFormMeansWhatTheWriterMeant(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            Object value = RandomJson5.value(random, 4);
            String text = RandomJson5.written(random, value, false);
            assertThat(plain(text)).as("seed %d, text %d: %s", seed, i, text).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void whatJacksonReadsIsReadAlike(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < TEXTS; i++) {
            String json = RandomJson5.written(random, RandomJson5.value(random, 4), true);
            String text = i % 3 == 0 ? json : damaged(random, json);
            List<@Nullable Object> expected = jackson(text);
            if (!expected.isEmpty()) {
                accepted++;
                assertThat(plain(text))
                        .as("seed %d, text %d: %s", seed, i, text)
                        .isEqualTo(expected.get(0));
            }
        }
        assertThat(accepted).isGreaterThan(TEXTS / 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void anyTextIsReadOrRefusedUnseen(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String text = "{ " + MARKER + ": '" + MARKER + "', a: "
                    + RandomJson5.written(random, RandomJson5.value(random, 3), false) + " }";
            try {
                plain(damaged(random, text));
            } catch (Json5Exception e) {
                assertThat(e.getMessage()).as("seed %d, text %d", seed, i).doesNotContain(MARKER);
                assertThat(e.offset()).isBetween(0, text.length() + 3);
            }
        }
    }

    private static String damaged(Random random, String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 1 + random.nextInt(3); i > 0 && !damaged.isEmpty(); i--) {
            int at = random.nextInt(damaged.length());
            char c = "{}[]:,\"'\\/*0x.eE+-a \n\u2028\uFEFF".charAt(random.nextInt(22));
            switch (random.nextInt(3)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, c);
                default -> damaged.setCharAt(at, c);
            }
        }
        return damaged.toString();
    }

    /** Returns what Jackson reads with comments allowed, or nothing if that is not JSON to it. */
    private static List<@Nullable Object> jackson(String text) {
        JsonFactory factory = JsonFactory.builder()
                .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            parser.nextToken();
            List<@Nullable Object> read = new ArrayList<>();
            read.add(value(parser));
            return parser.nextToken() == null ? read : List.of();
        } catch (IOException | IllegalStateException e) {
            return List.of();
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IllegalStateException("nothing");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> integer(parser.getText());
            default -> Double.valueOf(parser.getText());
        };
    }

    private static Object integer(String text) {
        String digits = text.replace("-", "");
        boolean negativeZero = text.equals("-0");
        return digits.length() > 18 || negativeZero ? (Object) Double.valueOf(text) : Long.valueOf(text);
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            object.put(key, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
