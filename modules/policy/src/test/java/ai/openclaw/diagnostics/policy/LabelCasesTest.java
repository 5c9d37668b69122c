package ai.openclaw.diagnostics.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values with what the policy makes of them, as an ordinary label and as a lane. */
class LabelCasesTest {

    private static final Path CASES = Path.of("../../conformance/label-cases.json");

    record LabelCase(String value, String label, String lane) {}

    @ParameterizedTest
    @MethodSource("cases")
    void aValueBecomesWhatTheCaseSays(LabelCase expected) {
        assertThat(LabelPolicy.standard().admit(expected.value, "unknown")).isEqualTo(expected.label);
        assertThat(LabelPolicy.standard().admitLane(expected.value, "unknown")).isEqualTo(expected.lane);
    }

    @Test
    void thereAreCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(300);
    }

    static List<LabelCase> cases() throws IOException {
        List<LabelCase> cases = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(CASES.toFile())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    cases.add(read(parser));
                }
            }
        }
        return cases;
    }

    private static LabelCase read(JsonParser parser) throws IOException {
        Map<String, String> members = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = requireNonNull(parser.currentName());
            members.put(name, requireNonNull(parser.nextTextValue(), name));
        }
        return new LabelCase(member(members, "value"), member(members, "label"), member(members, "lane"));
    }

    private static String member(Map<String, String> members, String name) {
        return requireNonNull(members.get(name), name);
    }
}
