package ai.openclaw.diagnostics.demo.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Timeline timeline = new Timeline();
    private final List<String> done = new ArrayList<>();

    @Test
    void stepsAreDoneInOrderOfTimeAndThenOfPlanning() {
        plan(20, "late");
        plan(10, "first");
        plan(10, "second");

        timeline.advanceTo(100);

        assertThat(done).containsExactly("first at 10", "second at 10", "late at 20");
        assertThat(timeline.nowMs()).isEqualTo(100);
    }

    @Test
    void whatAStepPlansIsDoneInTheSameAdvanceIfItIsDue() {
        timeline.in(10, () -> plan(5, "due"));
        timeline.in(10, () -> plan(500, "not yet"));

        timeline.advanceTo(100);

        assertThat(done).containsExactly("due at 15");
        assertThat(timeline.nextMs()).isEqualTo(510);
    }

    @Test
    void theClockNeverGoesBack() {
        timeline.advanceTo(100);
        timeline.advanceTo(50);
        plan(-10, "at once");
        timeline.advanceTo(100);

        assertThat(done).containsExactly("at once at 100");
        assertThat(timeline.nextMs()).isEqualTo(Long.MAX_VALUE);
    }

    private void plan(long delayMs, String name) {
        timeline.in(delayMs, () -> done.add(name + " at " + timeline.nowMs()));
    }
}
