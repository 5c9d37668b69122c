package ai.openclaw.diagnostics.benchmarks;

import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.*;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.*;

import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.exposition.Encoding;
import ai.openclaw.diagnostics.http.exposition.Formats;
import ai.openclaw.diagnostics.http.exposition.StoreExposition;
import ai.openclaw.diagnostics.store.CountedObservation;
import ai.openclaw.diagnostics.store.LabeledSeries;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The project's store and exposition alone, with as high a cap as is asked for. */
final class OpenClawSubject implements Subject {

    private final SeriesStore store;
    private final CountedObservation both;
    private final StoreExposition exposition;

    OpenClawSubject(int maxSeries) {
        this.store = SeriesStore.create(CATALOG, maxSeries);
        this.both = store.countedObservation(RUN_DURATION, RUN_COMPLETED, 0);
        this.exposition = StoreExposition.of(store);
    }

    @Override
    public void record(RunCompleted run) {
        LabeledSeries set = store.getOrReserve(
                RUN, "", run.channel(), run.model(), run.outcome(), run.provider(), run.trigger(), "", "");
        double seconds = run.durationMs() / 1000;
        if (!set.tryObserveAndCount(both, seconds)) {
            set.observe(RUN_DURATION, seconds);
            set.add(RUN_COMPLETED, 1);
        }
    }

    @Override
    public void gauge(String lane, double value) {
        store.getOrReserve(QUEUE_LANE, lane, "", "", "", "", "", "", "").set(QUEUE_LANE_SIZE, value);
    }

    @Override
    public void waited(String lane, double seconds) {
        store.getOrReserve(QUEUE_LANE, lane, "", "", "", "", "", "", "").observe(QUEUE_LANE_WAIT, seconds);
    }

    SeriesStore store() {
        return store;
    }

    Body render(Encoding encoding) {
        return exposition.render(Formats.TEXT, encoding);
    }

    @Override
    public void scrape(ByteArrayOutputStream out) throws IOException {
        render(Encoding.IDENTITY).writeTo(out);
    }
}
