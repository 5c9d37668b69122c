package ai.openclaw.diagnostics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RejectionsTest {

    private final Rejections rejections = Rejections.create();
    private final LogCapture log = new LogCapture(Rejections.class);

    @AfterEach
    void endCapture() {
        log.close();
    }

    @Test
    void eachPairOfTypeAndFieldIsCountedApart() {
        rejections.count(EventType.RUN_COMPLETED, EventField.DURATION_MS, "not a number");
        rejections.count(EventType.RUN_COMPLETED, EventField.DURATION_MS, "not a number");
        rejections.count(EventType.RUN_COMPLETED, EventField.MODEL, "not a string");
        rejections.count(EventType.TALK_EVENT, EventField.MODEL, "not a string");
        assertThat(rejections.of(EventType.RUN_COMPLETED, EventField.DURATION_MS))
                .isEqualTo(2);
        assertThat(rejections.of(EventType.RUN_COMPLETED, EventField.MODEL)).isEqualTo(1);
        assertThat(rejections.of(EventType.TALK_EVENT, EventField.MODEL)).isEqualTo(1);
        assertThat(rejections.of(EventType.TALK_EVENT, EventField.DURATION_MS)).isZero();
        assertThat(rejections.total()).isEqualTo(4);
    }

    @Test
    void everyPairThereIsCanBeCounted() {
        for (EventType type : EventType.values()) {
            for (EventField field : EventField.values()) {
                rejections.count(type, field, "not right");
                assertThat(rejections.of(type, field)).isEqualTo(1);
            }
        }
        assertThat(rejections.total()).isEqualTo((long) EventType.values().length * EventField.values().length);
    }

    @Test
    void eachPairIsLoggedOnceAMinuteWithItsTypeFieldAndRule() {
        for (int i = 0; i < 100; i++) {
            rejections.count(EventType.MODEL_USAGE, EventField.USAGE_INPUT, "not a number");
            rejections.count(EventType.MODEL_USAGE, EventField.COST_USD, "not a number");
        }
        assertThat(log.records()).hasSize(2).allMatch(line -> line.getLevel() == Level.WARNING);
        assertThat(log.lines().get(0)).contains("model.usage", "usage.input", "not a number");
        assertThat(log.lines().get(1)).contains("model.usage", "costUsd", "not a number");
    }

    @Test
    void theValueOfAFieldIsInNoLogLine() {
        EventDecoder.create(rejections)
                .decode("{\"event\":{\"type\":\"run.completed\",\"model\":[\"sk-secret\"],"
                        + "\"durationMs\":\"secret-two\"}}");
        assertThat(rejections.total()).isEqualTo(2);
        assertThat(log.lines()).hasSize(2).allSatisfy(line -> assertThat(line).doesNotContain("secret"));
    }

    @Test
    void countsOfManyThreadsAreAllThereAndLoggedOnce() {
        IntStream.range(0, 10_000)
                .parallel()
                .forEach(i -> rejections.count(EventType.TALK_EVENT, EventField.MODE, "not a string"));
        assertThat(rejections.total()).isEqualTo(10_000);
        assertThat(log.records()).hasSize(1);
    }
}
