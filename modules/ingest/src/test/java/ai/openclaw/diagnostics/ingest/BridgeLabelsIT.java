package ai.openclaw.diagnostics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.policy.LabelPolicy;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge has the label policy a second time, in another language: both decide the same. */
class BridgeLabelsIT {

    private static final String REFUSED = "?";
    private static final Path CORPORA = Node.ROOT.resolve("modules/policy/src/test/resources");
    private static final String JOINTS = "._-:/ ";
    private static final int MIXTURES = 60_000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void nodeIsThere() throws Exception {
        Node.require();
    }

    @Test
    @DisplayName("Real values, secrets, identifiers, and mixtures of them are decided as in the receiver")
    void theBridgeDecidesAsTheReceiver() throws Exception {
        List<String> values = values();
        LabelPolicy policy = LabelPolicy.standard();
        JsonArray decided = decisions(values);

        List<String> different = new ArrayList<>();
        int admitted = 0;
        for (int i = 0; i < values.size(); i++) {
            JsonArray expected =
                    JsonArray.of(policy.admit(values.get(i), REFUSED), policy.admitLane(values.get(i), REFUSED));
            admitted += expected.getString(0).equals(REFUSED) ? 0 : 1;
            if (!decided.getJsonArray(i).equals(expected)) {
                different.add(values.get(i) + " → " + decided.getJsonArray(i) + " and not " + expected);
            }
        }
        assertThat(different).isEmpty();
        assertThat(admitted).as("of %d", values.size()).isBetween(3_000, values.size() - 3_000);
    }

    @Test
    void noSecretIdentifierOrHostOfTheCorpusLeaves() throws Exception {
        List<String> refused = mustBeRefused();
        LabelPolicy policy = LabelPolicy.standard();
        JsonArray decided = decisions(refused);
        for (int i = 0; i < refused.size(); i++) {
            if (policy.refusal(refused.get(i)) != null) {
                assertThat(decided.getJsonArray(i).getString(0))
                        .as(refused.get(i))
                        .isEqualTo(REFUSED);
            }
        }
    }

    /** Returns for each value what the bridge makes of it as an ordinary label and as a lane. */
    private JsonArray decisions(List<String> values) throws Exception {
        StringBuilder ascii = new StringBuilder(); // half a character of two, too
        Json.encode(values)
                .chars()
                .forEach(c -> ascii.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return new JsonArray(Node.run(folder, ascii.toString(), List.of("test/support/labels-of.js")));
    }

    private static List<String> values() throws IOException {
        List<String> values = new ArrayList<>(mustBeRefused());
        for (String names : List.of("real-values.txt", "ordinary-names.txt")) {
            try (Stream<String> real = Files.lines(CORPORA.resolve(names))) {
                real.filter(name -> !name.startsWith("#")).forEach(values::add);
            }
        }
        new JsonArray(Files.readString(Node.ROOT.resolve("conformance/label-cases.json")))
                .stream()
                        .map(row -> ((JsonObject) row).getValue("value"))
                        .filter(String.class::isInstance)
                        .forEach(value -> values.add((String) value));
        values.addAll(mixtures(List.copyOf(values)));
        return values;
    }

    private static List<String> mustBeRefused() throws IOException {
        try (Stream<String> rows = Files.lines(CORPORA.resolve("must-refuse.tsv"))) {
            return rows.filter(row -> !row.startsWith("#"))
                    .map(row -> (String) Json.decodeValue(row.split("\t")[3]))
                    .toList();
        }
    }

    /** Parts of two values with something between them, in some case, some twice, and some with white space around. */
    private static List<String> mixtures(List<String> values) {
        Random random = new Random(2026);
        Set<String> paddings = Set.of("", " ", "\u00a0", "\ufeff\t");
        List<String> padding = List.copyOf(paddings);
        return random.ints(MIXTURES, 0, values.size())
                .mapToObj(at -> {
                    String first = part(values.get(at), random);
                    String second = part(values.get(random.nextInt(values.size())), random);
                    String joint = random.nextInt(4) == 0
                            ? digits(random)
                            : String.valueOf(JOINTS.charAt(random.nextInt(JOINTS.length() - random.nextInt(3))));
                    String mixed = first + joint + second + (random.nextInt(4) == 0 ? joint + first : "");
                    return padding.get(random.nextInt(padding.size()))
                            + (random.nextInt(5) == 0 ? mixed.toUpperCase(Locale.ROOT) : mixed);
                })
                .toList();
    }

    private static String digits(Random random) {
        return "-" + random.nextInt(1 << random.nextInt(31)) + "." + random.nextInt(300);
    }

    private static String part(String value, Random random) {
        int end = random.nextInt(value.length() + 1);
        return random.nextBoolean() ? value : value.substring(random.nextInt(end + 1), end);
    }
}
