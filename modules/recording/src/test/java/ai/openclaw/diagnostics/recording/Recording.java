package ai.openclaw.diagnostics.recording;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.store.Sample;
import ai.openclaw.diagnostics.store.SeriesStore;
import ai.openclaw.diagnostics.store.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A recorder with its store, and what is in it as short texts. */
final class Recording {

    private final SeriesStore store;
    private final Rejections rejections = Rejections.create();
    private final EventRecorder recorder;

    Recording(Profile profile, int maxSeries) {
        this.store = SeriesStore.create(OpenClawCatalog.of(profile), maxSeries);
        this.recorder = EventRecorder.create(store, LabelPolicy.withRedactPatterns(List.of()), rejections);
    }

    static Recording of(Profile profile) {
        return new Recording(profile, SeriesStore.DEFAULT_MAX_SERIES);
    }

    Recording record(DiagnosticEvent... events) {
        for (DiagnosticEvent event : events) {
            recorder.onEvent(event, Provenance.INTERNAL);
        }
        return this;
    }

    SeriesStore store() {
        return store;
    }

    long rejected() {
        return rejections.total();
    }

    /** Returns a line such as {@code rpc_requests_total[chat.send] 1} for each series, in the order of admission. */
    List<String> lines() {
        Snapshot snapshot = Snapshot.of(store);
        snapshot.refresh();
        List<Sample> samples = new ArrayList<>();
        for (Family family : store.catalog().families()) {
            snapshot.samples(family).stream()
                    .filter(sample -> !sample.isAbsent() && sample.series().ordinal() > 0)
                    .forEach(samples::add);
        }
        samples.sort((a, b) -> a.series().ordinal() - b.series().ordinal());
        return samples.stream().map(Recording::line).toList();
    }

    private static String line(Sample sample) {
        Family family = sample.series().family();
        String name =
                family.name().substring("openclaw_".length()) + sample.series().labelValues() + " ";
        if (family instanceof GaugeFamily) {
            return name
                    + BigDecimal.valueOf(sample.gauge()).stripTrailingZeros().toPlainString();
        }
        String sum = BigDecimal.valueOf(sample.sumLow(), family.unit().fractionDigits())
                .stripTrailingZeros()
                .toPlainString();
        return name + (family instanceof HistogramFamily ? sample.count() + " of " + sum : sum);
    }
}
