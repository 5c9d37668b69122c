package ai.openclaw.diagnostics.operator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.recording.SharedRecording;
import ai.openclaw.diagnostics.store.SeriesStore;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeriesSectionTest {

    private final SeriesSection section = new SeriesSection();
    private DiagnosticsChannel channel;
    private SharedRecording.Lease recording;

    @BeforeEach
    void record() {
        channel = DiagnosticsChannel.create();
        recording = SharedRecording.of(channel).open(OpenClawCatalog.CATALOG, LabelPolicy.standard());
    }

    @AfterEach
    void stop() {
        recording.close();
    }

    @Test
    @DisplayName("Updates of the series that there are cause no walk over them")
    void anUnchangedStoreIsNotWalkedAgain() {
        publishTools(0, 10);
        SeriesCensus census = section.census(recording.store());
        publishTools(0, 10);

        assertThat(section.census(recording.store())).isSameAs(census);
    }

    @Test
    void anAdmittedSeriesIsShown() {
        publishTools(0, 10);
        section.json(recording.store());
        publishTools(10, 11);

        JsonObject shown = section.json(recording.store());
        assertThat(shown.getInteger("used")).isEqualTo(recording.store().size());
        assertThat(shown.getJsonArray("labels").getJsonObject(0).getInteger("values"))
                .isEqualTo(11);
    }

    @Test
    @DisplayName("Of a full store the drops are counted on, though it is not walked again")
    void dropsOfAFullStoreAreShown() {
        publishTools(0, SeriesStore.DEFAULT_MAX_SERIES);
        SeriesCensus census = section.census(recording.store());
        long before = section.json(recording.store()).getLong("dropped");
        publishTools(5_000, 5_007);

        JsonObject shown = section.json(recording.store());
        assertThat(section.census(recording.store())).isSameAs(census);
        assertThat(shown.getInteger("used")).isEqualTo(SeriesStore.DEFAULT_MAX_SERIES);
        assertThat(shown.getLong("dropped")).isEqualTo(before + 2 * 7); // a counter and a histogram each
    }

    @Test
    @DisplayName("After exporters were off and on again the new store is shown, though it is as large as the old one")
    void aNewStoreIsWalked() {
        publishTools(0, 10);
        section.json(recording.store());
        recording.close();
        record();
        publishTools(20, 30);

        assertThat(section.json(recording.store())
                        .getJsonArray("labels")
                        .getJsonObject(0)
                        .getJsonArray("top")
                        .encode())
                .contains("tool-20")
                .doesNotContain("\"tool-0\"");
    }

    private void publishTools(int from, int to) {
        for (int i = from; i < to; i++) {
            channel.publish(
                    ToolExecutionCompleted.builder()
                            .toolName("tool-" + i)
                            .durationMs(5)
                            .build(),
                    Provenance.TRUSTED);
        }
    }
}
