package ai.openclaw.diagnostics.events;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.Examples.Example;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {

    private final Rejections rejections = Rejections.create();
    private final EventDecoder decoder = EventDecoder.create(rejections);
    private final LogCapture log = new LogCapture(Rejections.class);

    static Stream<Example> examples() {
        return Examples.all().stream();
    }

    @AfterEach
    void endCapture() {
        log.close();
    }

    @Test
    void thereIsAnExampleOfEveryTypeAndEveryField() {
        Set<EventType> types = examples().map(Example::type).collect(Collectors.toSet());
        assertThat(types).isEqualTo(EnumSet.complementOf(EnumSet.of(EventType.UNRECOGNISED)));
        Set<EventField> fields =
                examples().flatMap(example -> example.json().keySet().stream()).collect(Collectors.toSet());
        assertThat(fields)
                .isEqualTo(EnumSet.complementOf(
                        EnumSet.of(EventField.TYPE, EventField.USAGE, EventField.MEMORY, EventField.PARAMS_SUMMARY)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aLineWithAllFieldsBecomesItsRecord(Example example) {
        assertThat(decoder.decode(example.line())).contains(new Publication(example.event(), Provenance.TRUSTED));
        assertThat(rejections.total()).isZero();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void bytesAmidOtherBytesBecomeTheSameRecord(Example example) {
        byte[] line = ("}{" + example.line() + "]\"").getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(line, 2, line.length - 4))
                .contains(new Publication(example.event(), Provenance.TRUSTED));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFieldThatIsAbsentOrNullIsAbsentAndNoRejection(Example example) {
        for (EventField field : example.json().keySet()) {
            DiagnosticEvent without = event(example.lineWithout(field));
            assertThat(without).as("without %s", field).isNotEqualTo(example.event());
            if (!field.path().contains(".")) {
                assertThat(event(example.lineWith(field, "null")))
                        .as("%s: null", field)
                        .isEqualTo(without);
            }
        }
        assertThat(rejections.total()).isZero();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFieldOfTheWrongTypeIsCountedAndTheRestKept(Example example) {
        long total = 0;
        for (Map.Entry<EventField, String> entry : example.json().entrySet()) {
            EventField field = entry.getKey();
            String absent = event(example.lineWith(field, "null")).toString();
            long count = 0;
            for (String wrong :
                    List.of("\"12\"", "12", "-0.5e3", "true", "[\"a\",[{}]]", "{\"kind\":\"a\",\"b\":{}}")) {
                if (!sameType(wrong, entry.getValue())) {
                    assertThat(event(example.lineWith(field, wrong)))
                            .as("%s: %s", field, wrong)
                            .hasToString(absent);
                    count++;
                }
            }
            assertThat(rejections.of(example.type(), field)).as("%s", field).isEqualTo(count);
            total += count;
        }
        assertThat(rejections.total()).isEqualTo(total).isPositive();
    }

    @Test
    void anAbsentTextIsNullAnAbsentNumberNaNAndAnAbsentFlagFalse() {
        assertThat(event(line("run.completed", "")))
                .isEqualTo(new RunCompleted(null, null, null, null, null, Double.NaN));
        assertThat(event(line("session.recovery.requested", "")))
                .isEqualTo(new SessionRecoveryRequested(false, null, null, Double.NaN));
        assertThat(event(line("session.recovery.requested", ",\"allowActiveAbort\":false")))
                .isEqualTo(new SessionRecoveryRequested(false, null, null, Double.NaN));
        assertThat(rejections.total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"usage\":null", ",\"usage\":5", ",\"usage\":\"x\"", ",\"usage\":[{\"input\":1}]"})
    void usageThatIsNoObjectIsNullForTheRecorderToReject(String usage) {
        ModelUsage event = (ModelUsage) event(line("model.usage", usage + ",\"model\":\"gpt-5.4\""));
        assertThat(event.usage()).isNull();
        assertThat(event.model()).isEqualTo("gpt-5.4");
        assertThat(rejections.total()).isZero();
    }

    @Test
    void memoryThatIsNoObjectIsNullForTheRecorderToReject() {
        assertThat(event(line("diagnostic.memory.sample", ",\"memory\":7"))).isEqualTo(new MemorySample(null));
        assertThat(event(line("diagnostic.memory.sample", ""))).isEqualTo(new MemorySample(null));
    }

    @Test
    void anEmptyUsageObjectIsAUsageWithoutFigures() {
        ModelUsage event = (ModelUsage) event(line("model.usage", ",\"usage\":{}"));
        assertThat(event.usage())
                .isEqualTo(new TokenUsage(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    @Test
    void aParamsSummaryThatIsNoObjectIsRejected() {
        assertThat(event(line("tool.execution.completed", ",\"paramsSummary\":\"object\",\"toolName\":\"read\"")))
                .isEqualTo(new ToolExecutionCompleted(null, "read", Double.NaN));
        assertThat(rejections.of(EventType.TOOL_EXECUTION_COMPLETED, EventField.PARAMS_SUMMARY))
                .isEqualTo(1);
        assertThat(rejections.total()).isEqualTo(1);
    }

    @Test
    void aWrongFieldThatTheTypeDoesNotHaveIsNoRejection() {
        assertThat(event(line("queue.lane.enqueue", ",\"model\":5,\"usage\":3,\"lane\":\"main\",\"queueSize\":1")))
                .isEqualTo(new QueueLaneEnqueue("main", 1));
        assertThat(rejections.total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"session.turn.created", "unrecognised", "", "MODEL.USAGE", "model.usage ", "type"})
    void anUnknownTypeIsUnrecognisedAndNoRejection(String type) {
        assertThat(decoder.decode(line(type, ",\"model\":5")))
                .contains(new Publication(new Unrecognised(), Provenance.TRUSTED));
        assertThat(rejections.total()).isZero();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void unknownFieldsAreSkippedHoweverDeepOrLong(Example example) {
        String deep = "[{\"model\":".repeat(100) + "\"x\"" + "}]".repeat(100);
        String huge = "x".repeat(1 << 20);
        String names = "\"" + "n".repeat(40_000) + "\":{\"type\":\"run.completed\"}";
        String more = ",\"deep\":" + deep + ",\"huge\":\"" + huge + "\"," + names;
        assertThat(event(example.lineWithMore(more))).isEqualTo(example.event());
        assertThat(rejections.total()).isZero();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noIdentifierOrContentIsInTheRecordOfAnyType(Example example) {
        String more = Stream.of(
                        "runId",
                        "callId",
                        "toolCallId",
                        "sessionKey",
                        "sessionId",
                        "messageId",
                        "chatId",
                        "turnId",
                        "captureId",
                        "prompt",
                        "response",
                        "content",
                        "text",
                        "systemPrompt",
                        "upstreamRequestId",
                        "error",
                        "message",
                        "hostname",
                        "path",
                        "kind",
                        "input",
                        "handoffToken")
                .map(name -> ",\"" + name + "\":\"marker-" + name + "\"")
                .collect(Collectors.joining());
        String trace = ",\"trace\":{\"traceId\":\"marker-trace\",\"model\":\"marker-model\"}";
        DiagnosticEvent event = event(example.lineWithMore(more + trace));
        assertThat(event.toString()).doesNotContain("marker");
        assertThat(event).isEqualTo(example.event());
        assertThat(event(Examples.line("session.turn.created", example.json(), more + trace)))
                .hasToString("Unrecognised[]");
        assertThat(log.lines()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"trusted\":true} | TRUSTED",
                "{\"internal\":true} | INTERNAL",
                "{\"trusted\":true,\"internal\":true} | TRUSTED",
                "{\"trusted\":false,\"internal\":true} | INTERNAL",
                "{\"trusted\":false,\"internal\":false} | UNTRUSTED",
                "{} | UNTRUSTED",
                "null | UNTRUSTED",
                "true | UNTRUSTED",
                "\"trusted\" | UNTRUSTED",
                "[{\"trusted\":true}] | UNTRUSTED",
                "{\"trusted\":\"true\"} | UNTRUSTED",
                "{\"trusted\":1} | UNTRUSTED",
                "{\"trusted\":null} | UNTRUSTED",
                "{\"trusted\":[true]} | UNTRUSTED",
                "{\"trusted\":{\"trusted\":true}} | UNTRUSTED",
                "{\"Trusted\":true} | UNTRUSTED",
                "{\"other\":{\"trusted\":true},\"internal\":\"true\"} | UNTRUSTED",
                "{\"trusted\":true,\"trusted\":false} | UNTRUSTED",
                "{\"trusted\":true,\"trusted\":\"true\"} | UNTRUSTED",
                "{\"trusted\":false,\"trusted\":true} | TRUSTED"
            })
    void onlyTheLiteralTrueMakesAnEventTrustedOrInternal(String metadata, Provenance expected) {
        String event = "\"event\":{\"type\":\"run.completed\"}";
        assertThat(provenance("{" + event + ",\"metadata\":" + metadata + "}")).isEqualTo(expected);
        assertThat(provenance("{\"metadata\":" + metadata + "," + event + "}")).isEqualTo(expected);
    }

    @Test
    void anEventWithoutMetadataIsUntrustedWhateverItSaysOfItself() {
        assertThat(provenance("{\"event\":{\"type\":\"run.completed\"}}")).isEqualTo(Provenance.UNTRUSTED);
        assertThat(provenance("{\"trusted\":true,\"event\":{\"type\":\"run.completed\",\"trusted\":true,"
                        + "\"metadata\":{\"trusted\":true}}}"))
                .isEqualTo(Provenance.UNTRUSTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "true", "[{\"trusted\":true}]"})
    void ofTwoMetadataTheLastCounts(String last) {
        assertThat(provenance("{\"event\":{\"type\":\"run.completed\"},\"metadata\":{\"trusted\":true},\"metadata\":"
                        + last + "}"))
                .isEqualTo(Provenance.UNTRUSTED);
    }

    @Test
    void ofTwoEventsTheLastCounts() {
        assertThat(decoder.decode("{\"event\":{\"type\":\"run.completed\",\"model\":\"a\"},"
                        + "\"event\":{\"type\":\"queue.lane.enqueue\"}}"))
                .contains(new Publication(new QueueLaneEnqueue(null, Double.NaN), Provenance.UNTRUSTED));
        assertThat(decoder.decode("{\"event\":{\"type\":\"run.completed\"},\"event\":null}"))
                .isEmpty();
    }

    @Test
    void ofTwoValuesOfOneFieldTheLastCounts() {
        assertThat(event(line(
                        "queue.lane.enqueue", ",\"lane\":\"a\",\"lane\":\"b\",\"queueSize\":\"x\",\"queueSize\":2")))
                .isEqualTo(new QueueLaneEnqueue("b", 2));
        assertThat(rejections.total()).isZero();
        assertThat(event(line("queue.lane.enqueue", ",\"lane\":\"a\",\"lane\":null")))
                .isEqualTo(new QueueLaneEnqueue(null, Double.NaN));
        assertThat(event(line("run.completed", ",\"type\":\"queue.lane.enqueue\"")))
                .isEqualTo(new QueueLaneEnqueue(null, Double.NaN));
    }

    @Test
    void ofTwoObjectsOfOneFieldTheLastCountsAloneAndNoneIsMixed() {
        ModelUsage usage = (ModelUsage) event(line("model.usage", ",\"usage\":{\"input\":1},\"usage\":{\"output\":2}"));
        assertThat(usage.usage())
                .isEqualTo(new TokenUsage(Double.NaN, 2, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        assertThat(event(
                        line("tool.execution.completed", ",\"paramsSummary\":{\"kind\":\"a\"},\"paramsSummary\":null")))
                .isEqualTo(new ToolExecutionCompleted(null, null, Double.NaN));
    }

    @Test
    void theTypeMayStandLast() {
        assertThat(event("{\"event\":{\"lane\":\"main\",\"queueSize\":2,\"type\":\"queue.lane.enqueue\"}}"))
                .isEqualTo(new QueueLaneEnqueue("main", 2));
    }

    @Test
    void textsAndNumbersAreTakenAsTheyAre() {
        assertThat(event(line("queue.lane.enqueue", ",\"lane\":\" \\u00e9\\ud83d\\ude00\\n\",\"queueSize\":-1.5e-3")))
                .isEqualTo(new QueueLaneEnqueue(" \u00e9\ud83d\ude00\n", -0.0015));
        assertThat(event(line("queue.lane.enqueue", ",\"lane\":\"\",\"queueSize\":1e400")))
                .isEqualTo(new QueueLaneEnqueue("", Double.POSITIVE_INFINITY));
        assertThat(event(line("queue.lane.enqueue", ",\"queueSize\":9007199254740993")))
                .isEqualTo(new QueueLaneEnqueue(null, 9007199254740992.0));
        assertThat(event(line("queue.lane.enqueue", ",\"queueSize\":" + "9".repeat(300))))
                .isEqualTo(new QueueLaneEnqueue(null, 1e300));
        assertThat(rejections.total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "5",
                "\"event\"",
                "[]",
                "{}",
                "{",
                "}",
                "nonsense",
                "\u0000",
                "\ufeff",
                "[{\"event\":{\"type\":\"run.completed\"}}]",
                "{\"event\":null}",
                "{\"event\":[]}",
                "{\"event\":\"run.completed\"}",
                "{\"event\":{}}",
                "{\"event\":{\"type\":null}}",
                "{\"event\":{\"type\":5}}",
                "{\"event\":{\"type\":[\"run.completed\"]}}",
                "{\"type\":\"run.completed\"}",
                "{\"event\":{\"type\":\"run.completed\"}} x",
                "{\"event\":{\"type\":\"run.completed\"}}{}",
                "{\"event\":{\"type\":\"run.completed\"}},",
                "{\"event\":{\"type\":\"run.completed\",}}",
                "{'event':{'type':'run.completed'}}",
                "{\"event\":{\"type\":\"run.completed\",\"durationMs\":NaN}}",
                "{\"event\":{\"type\":\"run.completed\",\"durationMs\":01}}",
                "{\"event\":{\"type\":\"run.completed\"},\"metadata\":{\"trusted\":true}"
            })
    void whatIsNotOneObjectWithAnEventWithATypeIsEmpty(String json) {
        assertThat(decode(json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aLineCutOffAnywhereIsEmpty(Example example) {
        String line = example.line();
        for (int length = 0; length < line.length(); length++) {
            assertThat(decode(line.substring(0, length)))
                    .as("%d characters", length)
                    .isEmpty();
        }
        assertThat(decode(line + "\n")).isPresent();
    }

    /** As a String and as bytes, which must agree. */
    private Optional<Publication> decode(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Optional<Publication> ofBytes = decoder.decode(bytes, 0, bytes.length);
        assertThat(decoder.decode(json)).as("as a String").isEqualTo(ofBytes);
        return ofBytes;
    }

    private DiagnosticEvent event(String json) {
        return decoder.decode(json)
                .orElseThrow(() -> new AssertionError("empty: " + json))
                .event();
    }

    private Provenance provenance(String json) {
        return decoder.decode(json)
                .orElseThrow(() -> new AssertionError("empty: " + json))
                .provenance();
    }

    private static String line(String type, String members) {
        return Examples.line(type, Map.of(), members);
    }

    private static boolean sameType(String json, String other) {
        return Arrays.asList(json, other).stream()
                        .map(EventDecoderTest::typeOf)
                        .distinct()
                        .count()
                == 1;
    }

    private static char typeOf(String json) {
        char first = json.charAt(0);
        return Character.isDigit(first) || first == '-' ? '0' : first;
    }
}
