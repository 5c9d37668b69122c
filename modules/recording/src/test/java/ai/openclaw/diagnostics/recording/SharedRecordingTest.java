package ai.openclaw.diagnostics.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.store.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exporters of one channel count an event once. */
class SharedRecordingTest {

    private final DiagnosticsChannel channel = DiagnosticsChannel.create();

    private SharedRecording.Lease open(DiagnosticsChannel of) {
        return SharedRecording.of(of).open(OpenClawCatalog.CATALOG, LabelPolicy.standard());
    }

    private void publish() {
        channel.publish(MemoryPressure.builder().level("warning").build(), Provenance.TRUSTED);
    }

    @Test
    void leasesOfOneChannelHaveOneStoreAndOneSubscription() {
        SharedRecording.Lease one = open(channel);
        SharedRecording.Lease two = open(channel);
        assertThat(two.store()).isSameAs(one.store());
        assertThat(channel.subscribers()).isEqualTo(1);
        one.close();
        one.close(); // twice does not count twice
        publish();
        assertThat(two.store().size()).isEqualTo(1);
        two.close();
        assertThat(channel.subscribers()).isZero();
    }

    @Test
    void afterTheLastLeaseRecordingBeginsAnew() {
        SharedRecording.Lease first = open(channel);
        publish();
        first.close();
        SharedRecording.Lease next = open(channel);
        assertThat(next.store()).isNotSameAs(first.store());
        assertThat(next.store().size()).isZero();
    }

    @Test
    void exportersOfAChannelHaveOneProfile() {
        open(channel);
        assertThatThrownBy(() ->
                        SharedRecording.of(channel).open(OpenClawCatalog.of(Profile.V2026_9), LabelPolicy.standard()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2026.5");
    }

    @Test
    void anUntrustedViewSharesNothing() {
        assertThat(SharedRecording.of(channel.untrusted())).isNotSameAs(SharedRecording.of(channel));
    }

    @Test
    void theIdentityIsTheFirstSeriesAndOfTheLaterProfileAlone() {
        assertThat(identities(channel, Profile.V2026_5)).isEmpty();
        List<String> first = identities(channel, Profile.V2026_9);
        assertThat(first).hasSize(2);
        assertThat(first.get(0)).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(first.get(1)).matches("[0-9a-f-]{36}");
        assertThat(identities(channel, Profile.V2026_9).get(1)).isNotEqualTo(first.get(1));
        assertThat(identities(DiagnosticsChannel.disabled(), Profile.V2026_9)).isEmpty();
    }

    /** Returns the label values of the first series of a new recording. */
    private static List<String> identities(DiagnosticsChannel channel, Profile profile) {
        try (SharedRecording.Lease lease =
                SharedRecording.of(channel).open(OpenClawCatalog.of(profile), LabelPolicy.standard())) {
            Snapshot snapshot = Snapshot.of(lease.store());
            snapshot.refresh();
            return lease.store().catalog().families().stream()
                    .flatMap(family -> snapshot.samples(family).stream())
                    .filter(sample -> sample.series().ordinal() == 1)
                    .flatMap(sample -> sample.series().labelValues().stream())
                    .toList();
        }
    }
}
