package ai.openclaw.diagnostics.store;

import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.CATALOG;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_COMPLETED;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_DURATION;
import static ai.openclaw.diagnostics.catalog.domain.ToolMetrics.TOOL_EXECUTION;
import static ai.openclaw.diagnostics.catalog.domain.ToolMetrics.TOOL_EXECUTION_DURATION;
import static ai.openclaw.diagnostics.catalog.domain.ToolMetrics.TOOL_EXECUTION_TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.Label;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the types do not rule out is refused, before anything is counted. */
class MisuseTest {

    private static final String RULE = ": its labels are " + TOOL_EXECUTION + ", these series have " + RUN;

    private final SeriesStore store = new SeriesStore(CATALOG, 3, 1, -1);

    @Test
    void aFamilyOfAnotherGroupIsRefused() {
        LabeledSeries fresh = Tuples.reserve(store, RUN, "slack", "m", "completed", "p", "user");
        refusesFamiliesOfTools(fresh);
        fresh.add(RUN_COMPLETED, 1);
        fresh.observe(RUN_DURATION, 1);
        refusesFamiliesOfTools(fresh);
        assertThat(store.size()).isEqualTo(2);
        fresh.add(RUN_COMPLETED, 1);
        Snapshot snapshot = Snapshot.of(store);
        snapshot.refresh();
        assertThat(snapshot.samples(RUN_COMPLETED).get(0).sumLow()).isEqualTo(2);
        assertThat(snapshot.samples(TOOL_EXECUTION_TOTAL)).isEmpty();
    }

    @Test
    void aFamilyOfAnotherGroupIsRefusedAtTheCapToo() {
        for (int i = 0; i < 3; i++) {
            Tuples.reserve(store, RUN, "c" + i, "m", "completed", "p", "user").add(RUN_COMPLETED, 1);
        }
        refusesFamiliesOfTools(Tuples.reserve(store, RUN, "c9", "m", "completed", "p", "user"));
    }

    @Test
    void aGroupOfAnotherCatalogIsRefused() {
        FamilyGroup other = FamilyGroup.of(Label.of("model", "A model."));
        assertThatThrownBy(() -> Tuples.reserve(store, other, "m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("group [model]: not of this store's catalog");
    }

    @Test
    void aLabelWithoutAValueIsNotOneOfTheSeries() {
        LabeledSeries run = Tuples.reserve(store, RUN, "", "slack", "", "completed", "p", "");
        run.add(RUN_COMPLETED, 1);
        Series series = run.series(RUN_COMPLETED);
        assertThat(series.labels()).extracting(Label::name).containsExactly("channel", "outcome", "provider");
        assertThat(series.labelValues()).isEqualTo(List.of("slack", "completed", "p"));
    }

    @Test
    void anOriginBeyondTheLastIsRefused() {
        for (int origin : new int[] {-1, 2}) {
            assertThatThrownBy(() -> store.countedObservation(RUN_DURATION, RUN_COMPLETED, origin))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("origin: " + origin + ", at least 0 and below 2");
        }
    }

    @Test
    void anObservationOfAnotherGroupOrStoreIsRefused() {
        SeriesStore otherStore = new SeriesStore(CATALOG, 3, 1, -1);
        LabeledSeries run = Tuples.reserve(store, RUN, "slack", "m", "completed", "p", "user");
        List.of(
                        store.countedObservation(TOOL_EXECUTION_DURATION, TOOL_EXECUTION_TOTAL, 0),
                        otherStore.countedObservation(RUN_DURATION, RUN_COMPLETED, 0))
                .forEach(other -> assertThatThrownBy(() -> run.tryObserveAndCount(other, 1))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("observation of another group or store: these series have " + RUN));
        assertThat(store.size()).isZero();
    }

    @Test
    void familiesOfTwoGroupsAreNotUpdatedTogether() {
        assertThatThrownBy(() -> store.countedObservation(RUN_DURATION, TOOL_EXECUTION_TOTAL, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("family " + TOOL_EXECUTION_TOTAL + ": its labels are " + TOOL_EXECUTION + ", those of "
                        + RUN_DURATION + " are " + RUN);
    }

    private static void refusesFamiliesOfTools(LabeledSeries run) {
        refused(() -> run.add(TOOL_EXECUTION_TOTAL, 1), TOOL_EXECUTION_TOTAL + RULE);
        refused(() -> run.observe(TOOL_EXECUTION_DURATION, 1), TOOL_EXECUTION_DURATION + RULE);
    }

    private static void refused(ThrowingCallable action, String rule) {
        assertThatThrownBy(action).isInstanceOf(IllegalArgumentException.class).hasMessage("family " + rule);
    }
}
