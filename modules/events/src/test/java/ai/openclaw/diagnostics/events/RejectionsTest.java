package ai.openclaw.diagnostics.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.testing.LogCapture;
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
        rejections.count(RunCompleted.TYPE, "durationMs", "not a number");
        rejections.count(RunCompleted.TYPE, "durationMs", "not a number");
        rejections.count(RunCompleted.TYPE, "model", "not a string");
        rejections.count(TalkEvent.TYPE, "mode", "not a string");
        assertThat(rejections.of(RunCompleted.TYPE, "durationMs")).isEqualTo(2);
        assertThat(rejections.of(RunCompleted.TYPE, "model")).isEqualTo(1);
        assertThat(rejections.of(TalkEvent.TYPE, "mode")).isEqualTo(1);
        assertThat(rejections.of(TalkEvent.TYPE, "durationMs")).isZero();
        assertThat(rejections.total()).isEqualTo(4);
    }

    @Test
    void everyPairThereIsCanBeCounted() {
        long pairs = 0;
        for (EventType<?> type : EventType.all()) {
            for (String field : type.fields()) {
                rejections.count(type, field, "not right");
                assertThat(rejections.of(type, field)).isEqualTo(1);
                pairs++;
            }
        }
        assertThat(rejections.total()).isEqualTo(pairs);
        assertThat(rejections.counts()).hasSize((int) pairs).allMatch(count -> count.count() == 1);
    }

    @Test
    void countsNameTypeAndFieldAndLeaveOutZeros() {
        assertThat(rejections.counts()).isEmpty();
        rejections.count(ModelUsage.TYPE, "usage.input", "not a number");
        rejections.count(ModelUsage.TYPE, "usage.input", "not a number");
        assertThat(rejections.counts()).containsExactly(new Rejections.Count("model.usage", "usage.input", 2));
    }

    @Test
    void aFieldThatTheTypeDoesNotHaveIsADefect() {
        assertThatThrownBy(() -> rejections.count(RunCompleted.TYPE, "lane", "not a string"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("run.completed has no field lane");
    }

    @Test
    void eachPairIsLoggedOnceAMinuteWithItsTypeFieldAndRule() {
        for (int i = 0; i < 100; i++) {
            rejections.count(ModelUsage.TYPE, "usage.input", "not a number");
            rejections.count(ModelUsage.TYPE, "costUsd", "not a number");
        }
        assertThat(log.records()).hasSize(2).allMatch(line -> line.getLevel() == Level.WARNING);
        assertThat(log.lines().get(0)).contains("model.usage", "usage.input", "not a number");
        assertThat(log.lines().get(1)).contains("model.usage", "costUsd", "not a number");
    }

    @Test
    void theLogLineOfATypeIsASentence() {
        rejections.count(ModelUsage.TYPE, "costUsd", "not a number");
        rejections.countUnreadable("not JSON");
        assertThat(log.lines().get(0)).contains("field costUsd of a model.usage event: not a number; 1 so far");
        assertThat(log.lines().get(1)).contains("field type of an unknown event: not JSON; 1 so far");
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
        IntStream.range(0, 10_000).parallel().forEach(i -> rejections.count(TalkEvent.TYPE, "mode", "not a string"));
        assertThat(rejections.total()).isEqualTo(10_000);
        assertThat(log.records()).hasSize(1);
    }
}
