package ai.openclaw.diagnostics.events;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.Examples.Example;
import ai.openclaw.diagnostics.testing.LogCapture;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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

    /** What else a type reads would be in no component, and so could reach nothing. */
    @ParameterizedTest
    @MethodSource("examples")
    void aTypeReadsTheFieldsOfItsComponentsAndNoOther(Example example) {
        Set<String> read = new HashSet<>(example.type().fields());
        assertThat(read).containsAll(example.json().keySet());
        read.removeAll(example.json().keySet());
        read.removeIf(path -> example.json().keySet().stream()
                .anyMatch(field -> field.startsWith(path + ".") || path.startsWith(field + ".")));
        assertThat(read).containsExactlyInAnyOrder("type", EventType.AFTER_THE_EVENT);
    }

    @Test
    void everyPermittedRecordIsATypeOfItsOwn() {
        assertThat(EventType.all())
                .extracting(EventType::eventClass)
                .isEqualTo(List.of(DiagnosticEvent.class.getPermittedSubclasses()));
        assertThat(EventType.all()).extracting(EventType::name).doesNotHaveDuplicates();
        assertThat(EventType.all()).allMatch(type -> EventType.all().get(type.index()) == type);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aLineWithAllFieldsBecomesItsRecord(Example example) {
        assertThat(decoder.decode(example.line())).contains(new EventEnvelope(example.event(), Provenance.TRUSTED));
        assertThat(rejections.total()).isZero();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void bytesAmidOtherBytesBecomeTheSameRecord(Example example) {
        byte[] line = ("}{" + example.line() + "]\"").getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(line, 2, line.length - 4))
                .contains(new EventEnvelope(example.event(), Provenance.TRUSTED));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFieldThatIsAbsentOrNullIsAbsentAndNoRejection(Example example) {
        for (String field : example.json().keySet()) {
            DiagnosticEvent without = event(example.lineWithout(field));
            assertThat(without).as("without %s", field).isNotEqualTo(example.event());
            if (!field.contains(".")) {
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
        for (Map.Entry<String, String> entry : example.json().entrySet()) {
            String field = entry.getKey();
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
                .isEqualTo(RunCompleted.builder().build());
        assertThat(event(line("session.recovery.requested", "")))
                .isEqualTo(SessionRecoveryRequested.builder()
                        .allowActiveAbort(false)
                        .build());
        assertThat(event(line("session.recovery.requested", ",\"allowActiveAbort\":false")))
                .isEqualTo(SessionRecoveryRequested.builder()
                        .allowActiveAbort(false)
                        .build());
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
        assertThat(event(line("diagnostic.memory.sample", ",\"memory\":7")))
                .isEqualTo(MemorySample.builder().build());
        assertThat(event(line("diagnostic.memory.sample", "")))
                .isEqualTo(MemorySample.builder().build());
    }

    @Test
    void anEmptyUsageObjectIsAUsageWithoutFigures() {
        ModelUsage event = (ModelUsage) event(line("model.usage", ",\"usage\":{}"));
        assertThat(event.usage()).isEqualTo(TokenUsage.builder().build());
    }

    @Test
    void aParamsSummaryThatIsNoObjectIsRejected() {
        assertThat(event(line("tool.execution.completed", ",\"paramsSummary\":\"object\",\"toolName\":\"read\"")))
                .isEqualTo(ToolExecutionCompleted.builder().toolName("read").build());
        assertThat(rejections.of(ToolExecutionCompleted.TYPE, "paramsSummary")).isEqualTo(1);
        assertThat(rejections.total()).isEqualTo(1);
    }

    @Test
    void aWrongFieldThatTheTypeDoesNotHaveIsNoRejection() {
        assertThat(event(line("queue.lane.enqueue", ",\"model\":5,\"usage\":3,\"lane\":\"main\",\"queueSize\":1")))
                .isEqualTo(QueueLaneEnqueue.builder().lane("main").queueSize(1).build());
        assertThat(rejections.total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.such.type", "unknown", "", "MODEL.USAGE", "model.usage ", "type"})
    void anUnknownTypeIsAnUnknownEventAndNoRejection(String type) {
        assertThat(decoder.decode(line(type, ",\"model\":5")))
                .contains(new EventEnvelope(new UnknownEvent(), Provenance.TRUSTED));
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
        assertThat(event(example.lineWithMore(more))).isEqualTo(example.event());
        String trace = ",\"trace\":{\"traceId\":\"marker-trace\",\"model\":\"marker-model\"}";
        assertThat(event(example.lineWithMore(more + trace)).toString()).doesNotContain("marker");
        assertThat(event(Examples.line("no.such.type", example.json(), more + trace)))
                .hasToString("UnknownEvent[]");
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
                .contains(new EventEnvelope(QueueLaneEnqueue.builder().build(), Provenance.UNTRUSTED));
        assertThat(decoder.decode("{\"event\":{\"type\":\"run.completed\"},\"event\":null}"))
                .isEmpty();
    }

    @Test
    void ofTwoValuesOfOneFieldTheLastCounts() {
        assertThat(event(line(
                        "queue.lane.enqueue", ",\"lane\":\"a\",\"lane\":\"b\",\"queueSize\":\"x\",\"queueSize\":2")))
                .isEqualTo(QueueLaneEnqueue.builder().lane("b").queueSize(2).build());
        assertThat(rejections.total()).isZero();
        assertThat(event(line("queue.lane.enqueue", ",\"lane\":\"a\",\"lane\":null")))
                .isEqualTo(QueueLaneEnqueue.builder().build());
        assertThat(event(line("run.completed", ",\"type\":\"queue.lane.enqueue\"")))
                .isEqualTo(QueueLaneEnqueue.builder().build());
    }

    @Test
    void ofTwoObjectsOfOneFieldTheLastCountsAloneAndNoneIsMixed() {
        ModelUsage usage = (ModelUsage) event(line("model.usage", ",\"usage\":{\"input\":1},\"usage\":{\"output\":2}"));
        assertThat(usage.usage()).isEqualTo(TokenUsage.builder().output(2).build());
        assertThat(event(
                        line("tool.execution.completed", ",\"paramsSummary\":{\"kind\":\"a\"},\"paramsSummary\":null")))
                .isEqualTo(ToolExecutionCompleted.builder().build());
    }

    @Test
    void theTypeMayStandLast() {
        assertThat(event("{\"event\":{\"lane\":\"main\",\"queueSize\":2,\"type\":\"queue.lane.enqueue\"}}"))
                .isEqualTo(QueueLaneEnqueue.builder().lane("main").queueSize(2).build());
    }

    @Test
    void textsAndNumbersAreTakenAsTheyAre() {
        assertThat(event(line("queue.lane.enqueue", ",\"lane\":\" \\u00e9\\ud83d\\ude00\\n\",\"queueSize\":-1.5e-3")))
                .isEqualTo(QueueLaneEnqueue.builder()
                        .lane(" \u00e9\ud83d\ude00\n")
                        .queueSize(-0.0015)
                        .build());
        assertThat(event(line("queue.lane.enqueue", ",\"lane\":\"\",\"queueSize\":1e400")))
                .isEqualTo(QueueLaneEnqueue.builder()
                        .lane("")
                        .queueSize(Double.POSITIVE_INFINITY)
                        .build());
        assertThat(event(line("queue.lane.enqueue", ",\"queueSize\":9007199254740993")))
                .isEqualTo(
                        QueueLaneEnqueue.builder().queueSize(9007199254740992.0).build());
        assertThat(event(line("queue.lane.enqueue", ",\"queueSize\":" + "9".repeat(300))))
                .isEqualTo(QueueLaneEnqueue.builder().queueSize(1e300).build());
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
                "{\"event\":{\"type\":\"run.completed\",}}",
                "{'event':{'type':'run.completed'}}",
                "{\"event\":{\"type\":\"run.completed\"},\"metadata\":{\"trusted\":true}"
            })
    void whatIsNotOneObjectWithAnEventWithATypeIsEmpty(String json) {
        assertThat(decode(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" x", "{}", ",", "}", "{\"event\":{\"type\":\"talk.event\"}}", "\u0000"})
    void whatFollowsTheEventIsRejectedAndTheEventKept(String more) {
        assertThat(decode(line("queue.lane.enqueue", ",\"lane\":\"main\"") + more))
                .contains(new EventEnvelope(
                        QueueLaneEnqueue.builder().lane("main").build(), Provenance.TRUSTED));
        assertThat(rejections.of(QueueLaneEnqueue.TYPE, EventType.AFTER_THE_EVENT))
                .isEqualTo(2); // String and bytes
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "+1",
                "01",
                "-01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "0x1F",
                "1_000",
                "--1",
                "-",
                "undefined",
                "TRUE",
                "nul",
                "'5'",
                "1.2.3",
                "\"5\"",
                "1d"
            })
    void aValueThatIsNoNumberIsRejectedAndTheEventKept(String value) {
        assertThat(event(line("queue.lane.enqueue", ",\"queueSize\":" + value + ",\"x\":" + value + ",\"lane\":\"a\"")))
                .isEqualTo(QueueLaneEnqueue.builder().lane("a").build());
        assertThat(rejections.of(QueueLaneEnqueue.TYPE, "queueSize")).isOne();
        assertThat(rejections.total()).isOne();
    }

    @Test
    void numbersAreTheNearestDoublesHoweverManyDigitsTheyHave() {
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            String number = number(random);
            QueueLaneEnqueue event = (QueueLaneEnqueue) event(line("queue.lane.enqueue", ",\"queueSize\":" + number));
            assertThat(event.queueSize()).as(number).isEqualTo(Double.parseDouble(number));
        }
        String third = "0." + "3".repeat(5000);
        assertThat(event(line("queue.lane.enqueue", ",\"queueSize\":" + third)))
                .isEqualTo(QueueLaneEnqueue.builder().queueSize(1.0 / 3).build());
    }

    private static String number(Random random) {
        StringBuilder number = new StringBuilder(random.nextBoolean() ? "-" : "");
        number.append(random.nextInt(4) == 0 ? "0" : Long.toString(random.nextLong() >>> 1 + random.nextInt(62)));
        if (random.nextBoolean()) {
            number.append('.').append(String.format("%0" + (1 + random.nextInt(12)) + "d", random.nextInt(100)));
        }
        if (random.nextInt(3) == 0) {
            number.append(random.nextBoolean() ? "e" : "E").append(random.nextInt(620) - 310);
        }
        return number.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void anUnknownFieldMayBeAsDeepAsALine(String open) {
        String close = open.equals("[") ? "]" : "}";
        String deep = open.repeat(200_000) + "1" + close.repeat(200_000);
        assertThat(event(line("queue.lane.enqueue", ",\"x\":" + deep + ",\"queueSize\":" + deep + ",\"lane\":\"a\"")))
                .isEqualTo(QueueLaneEnqueue.builder().lane("a").build());
        assertThat(rejections.of(QueueLaneEnqueue.TYPE, "queueSize")).isOne();
        String mixed = open.repeat(100) + "1" + (close.equals("]") ? "}" : "]").repeat(100);
        assertThat(decode(line("queue.lane.enqueue", ",\"x\":" + mixed))).isEmpty();
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(decode("\ufeff" + line("queue.lane.enqueue", ""))).isPresent();
        assertThat(decode(" \ufeff" + line("queue.lane.enqueue", ""))).isEmpty();
        assertThat(rejections.total()).isZero();
    }

    @Test
    void bytesThatAreNoUtf8AndLoneSurrogatesSpoilNoOtherField() {
        byte[] line =
                line("queue.lane.enqueue", ",\"lane\":\"a?b\",\"queueSize\":2").getBytes(StandardCharsets.UTF_8);
        line[new String(line, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xff;
        assertThat(decoder.decode(line, 0, line.length).orElseThrow().event())
                .isEqualTo(
                        QueueLaneEnqueue.builder().lane("a\ufffdb").queueSize(2).build());
        assertThat(event(line("queue.lane.enqueue", ",\"lane\":\"\\ud800\",\"queueSize\":2")))
                .isEqualTo(
                        QueueLaneEnqueue.builder().lane("\ud800").queueSize(2).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x41", "\\u12", "\\u12g4", "\\u+123", "\\"})
    void aBackslashThatEscapesNothingSpoilsItsFieldAlone(String text) {
        String line = line("queue.lane.enqueue", ",\"lane\":\"" + text + "x\",\"queueSize\":2");
        assertThat(event(line))
                .isEqualTo(QueueLaneEnqueue.builder().queueSize(2).build());
        assertThat(rejections.of(QueueLaneEnqueue.TYPE, "lane")).isOne();
    }

    @Test
    void anEscapedNameIsTheNameItSpells() {
        assertThat(event(line("queue.lane.enqueue", ",\"l\\u0061ne\":\"a\",\"\\x\":1,\"queue\\u0053ize\":2")))
                .isEqualTo(QueueLaneEnqueue.builder().lane("a").queueSize(2).build());
    }

    @Test
    void ofAnArrayWhatHasTheRightTypeIsKept() {
        LivenessWarning warning = (LivenessWarning)
                event(line("diagnostic.liveness.warning", ",\"reasons\":[\"cpu\",5,\"\\u0061\",null,[\"x\"]]"));
        assertThat(warning.reasons()).containsExactly("cpu", "a");
        assertThat(rejections.of(LivenessWarning.TYPE, "reasons")).isEqualTo(3);
        MemorySample sample = (MemorySample) event(line(
                "diagnostic.memory.sample",
                ",\"memory\":{\"workerHeaps\":[{\"script\":\"a\"},7,{\"script\":8}],\"rssBytes\":1}"));
        assertThat(sample.memory())
                .isEqualTo(MemoryUsage.builder()
                        .rssBytes(1)
                        .workerHeaps(List.of(
                                WorkerHeap.builder().script("a").build(),
                                WorkerHeap.builder().build()))
                        .build());
        assertThat(rejections.of(MemorySample.TYPE, "memory.workerHeaps")).isOne();
        assertThat(rejections.of(MemorySample.TYPE, "memory.workerHeaps.script"))
                .isOne();
        assertThat(((LivenessWarning) event(line("diagnostic.liveness.warning", ",\"reasons\":[\"a\" \"b\"]")))
                        .reasons())
                .containsExactly("a");
    }

    @Test
    void aTraceThatIsNoneIsAbsent() {
        String id = "0af7651916cd43dd8448eb211c80319c";
        for (String trace : List.of(
                "{}",
                "{\"traceId\":\"" + id + "\"}",
                "{\"traceId\":\"" + id + "\",\"spanId\":\"0000000000000000\"}",
                "{\"traceId\":\"" + id + "x\",\"spanId\":\"b7ad6b7169203331\"}",
                "{\"traceId\":\"" + id + "\",\"spanId\":\"b7ad6b716920333g\"}",
                "{\"traceId\":\"" + "0".repeat(32) + "\",\"spanId\":\"b7ad6b7169203331\"}")) {
            assertThat(event(line("queue.lane.enqueue", ",\"trace\":" + trace)).trace())
                    .as(trace)
                    .isNull();
        }
        TraceContext shortest = event(line(
                        "queue.lane.enqueue",
                        ",\"trace\":{\"traceId\":\"" + id + "\",\"spanId\":\"B7AD6B7169203331\"}"))
                .trace();
        assertThat(shortest)
                .isEqualTo(
                        new TraceContext(0x0af7651916cd43ddL, 0x8448eb211c80319cL, 0xb7ad6b7169203331L, 0, (byte) 0));
        assertThat(shortest).asString().doesNotContainPattern("[0-9a-f]{4}");
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
    private Optional<EventEnvelope> decode(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Optional<EventEnvelope> ofBytes = decoder.decode(bytes, 0, bytes.length);
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
