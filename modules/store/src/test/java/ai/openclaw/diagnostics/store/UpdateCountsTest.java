package ai.openclaw.diagnostics.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

class UpdateCountsTest {

    @Test
    void aCountThatIsFullGoesOnWithOneSinceZeroMeansNeverUpdated() throws ReflectiveOperationException {
        UpdateCounts updates = new UpdateCounts(1, 2);
        int at = updates.at(0, 1);
        assertThat(updates.get(at)).isZero();
        counts(updates)[at] = Integer.MAX_VALUE - 1;
        updates.increment(at);
        assertThat(updates.get(at)).isEqualTo(Integer.MAX_VALUE);
        updates.increment(at);
        assertThat(updates.get(at)).isOne();
    }

    private static int[] counts(UpdateCounts updates) throws ReflectiveOperationException {
        Field counts = UpdateCounts.class.getDeclaredField("counts");
        counts.setAccessible(true);
        return (int[]) counts.get(updates);
    }
}
