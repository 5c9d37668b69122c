package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.UnrecordedFields;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must not get out is put into every field of every type of event, and comes out nowhere: not in a scrape, not on
 * standard output, not on standard error.
 *
 * <p>Each field is attacked in an event that is sound otherwise, and once all of them together.
 */
class LeakIT {

    private static final String SESSION_LANE = "session:agent:main:telegram:dm:4711000815";

    /** The attacks, and of each the parts by which it would be recognised, cut short or rewritten. */
    private static final Map<String, List<String>> ATTACKS = attacks();

    /** The fields of all types: each type is attacked in all of them. */
    private static final Set<String> FIELDS = EventType.all().stream()
            .flatMap(type -> type.fields().stream())
            .filter(field -> field.matches("[A-Za-z.]+") && !field.equals("type"))
            .collect(Collectors.toCollection(LinkedHashSet::new));

    private static final Pattern NUMBER = Pattern.compile(
            ".*(Ms|Bytes|Usd|Length|Depth|Size)|ts|usage\\.(input|output|total|cacheRead|cacheWrite|promptTokens)");

    /** The fields that hold others. */
    private static final Set<String> OBJECTS = FIELDS.stream()
            .filter(field -> FIELDS.stream().anyMatch(other -> other.startsWith(field + ".")))
            .collect(Collectors.toSet());

    private static final Set<String> NUMBERS =
            FIELDS.stream().filter(field -> NUMBER.matcher(field).matches()).collect(Collectors.toSet());

    /** A usable value in every field; tens of thousands of events are made of it. */
    private static final JsonObject SOUND = soundFields();

    @TempDir
    private static Path folder;

    private static RunningGateway gateway;
    private static String body;
    private static String out;
    private static String err;

    @BeforeAll
    static void attack() {
        gateway = RunningGateway.fed(folder);
        gateway.publish(eventTypes().flatMap(LeakIT::attacksOn).toList());
        gateway.publish(ATTACKS.keySet().stream().flatMap(LeakIT::brokenLines).toList());
        gateway.publish(List.of(Events.marker("all-published")));
        body = gateway.scrapeUntil(Events.markerSeries("all-published"));
        gateway.process().terminate();
        gateway.process().awaitExit(Await.PATIENCE);
        out = gateway.process().out();
        err = gateway.process().err();
    }

    @AfterAll
    static void end() {
        if (gateway != null) {
            gateway.close();
        }
    }

    private static Map<String, List<String>> attacks() {
        String uuid = UUID.randomUUID().toString();
        String openAi = "sk-" + uuid.replace("-", "").substring(0, 24);
        String gitHub = "ghp_" + uuid.replace("-", "") + "abcd";
        return Map.of(
                SESSION_LANE,
                List.of("4711000815", "telegram:dm", "agent:main", "session:agent"),
                uuid,
                List.of(uuid, uuid.replace("-", "_")),
                openAi,
                List.of(openAi, openAi.substring(3)),
                gitHub,
                List.of(gitHub, gitHub.substring(4)),
                "/home/someone/.ssh/id_rsa",
                List.of("someone", "id_rsa", ".ssh"));
    }

    private static Stream<String> eventTypes() {
        return Stream.concat(
                EventType.all().stream().map(EventType::name),
                Stream.of("model.call.started", "session.turn.created", "message.received", "log.record"));
    }

    private static Stream<String> attacksOn(String type) {
        return ATTACKS.keySet().stream().flatMap(attack -> attacksOn(type, attack));
    }

    private static Stream<String> attacksOn(String type, String attack) {
        List<String> lines = new ArrayList<>();
        JsonObject text = sound(type);
        JsonObject everything = sound(type);
        for (String field : FIELDS) {
            lines.add(Events.trusted(put(sound(type), field, attack)));
            if (!OBJECTS.contains(field)) {
                put(everything, field, attack);
            }
            if (!OBJECTS.contains(field) && !NUMBERS.contains(field)) {
                put(text, field, attack);
            }
        }
        UnrecordedFields.NAMES.forEach(field -> lines.add(Events.trusted(put(sound(type), field, attack))));
        UnrecordedFields.NAMES.forEach(field -> put(put(text, field, attack), "paramsSummary." + field, attack));
        lines.add(Events.trusted(text));
        lines.add(Events.trusted(everything));
        lines.add(Events.trusted(sound(type).put(attack, attack).put("trace", new JsonObject().put(attack, attack))));
        return lines.stream();
    }

    private static JsonObject sound(String type) {
        return SOUND.copy().put("type", type).put("allowActiveAbort", true);
    }

    private static JsonObject soundFields() {
        JsonObject event = new JsonObject();
        for (String field : FIELDS) {
            if (!OBJECTS.contains(field)) {
                put(event, field, NUMBERS.contains(field) ? 5 : "fine");
            }
        }
        return event;
    }

    private static JsonObject put(JsonObject event, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return event.put(path, value);
        }
        String member = path.substring(0, dot);
        if (!(event.getValue(member) instanceof JsonObject)) {
            event.put(member, new JsonObject());
        }
        event.getJsonObject(member).put(path.substring(dot + 1), value);
        return event;
    }

    /** Returns lines that are no events, and events whose type or trust is the attack. */
    private static Stream<String> brokenLines(String attack) {
        return Stream.of(
                attack,
                "{\"event\":\"" + attack + "\"}",
                "{\"event\":{\"type\":\"run.completed\",\"model\":\"" + attack,
                "{\"" + attack + "\":{}}",
                Events.trusted(new JsonObject().put("type", attack).put("model", attack)),
                "{\"event\":{\"type\":\"run.completed\",\"durationMs\":5},\"metadata\":{\"trusted\":\"" + attack
                        + "\"}}");
    }

    @ParameterizedTest
    @MethodSource("attackNames")
    void nothingOfAnAttackIsInAScrapeOrOnTheStandardStreams(String attack) {
        for (String part : ATTACKS.get(attack)) {
            assertThat(body).doesNotContainIgnoringCase(part);
            assertThat(out).doesNotContainIgnoringCase(part);
            assertThat(err).doesNotContainIgnoringCase(part);
        }
    }

    static Set<String> attackNames() {
        return ATTACKS.keySet();
    }

    @Test
    void theAttackedEventsWereRecordedUnderFallbacks() {
        ExpositionText metrics = ExpositionText.parse(body);

        assertThat(metrics.samples()).containsKey(queueSize("session")).containsKey(queueSize("unknown"));
        assertThat(metrics.types()).as("every family but the drop counter at 0").hasSize(30);
        assertThat(metrics.samples())
                .containsKey("openclaw_tool_execution_total{error_category=\"none\",outcome=\"completed\","
                        + "params_kind=\"fine\",tool=\"tool\"}");
    }

    private static String queueSize(String lane) {
        return "openclaw_queue_lane_size{lane=\"" + lane + "\"}";
    }

    @Test
    void theOperatorsTokenWhichIsInAFileIsNowhere() {
        assertThat(out).doesNotContain(gateway.token());
        assertThat(body).doesNotContain(gateway.token());
        assertThat(err).doesNotContain(gateway.token());
    }

    /** A field of a type is named once a minute, whatever the number of attacks on it. */
    @Test
    void whatIsSaidAboutTheAttacksIsShort() {
        List<String> named = err.lines()
                .filter(line -> line.contains("Not recorded"))
                .map(line -> line.replaceAll(".*(field \\S+ of an? \\S+ event).*", "$1"))
                .toList();
        assertThat(named).isNotEmpty().doesNotHaveDuplicates();
        assertThat(err.lines().count() - named.size()).isLessThan(20);
    }
}
