package ai.openclaw.diagnostics.http.exposition;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.store.Sample;
import ai.openclaw.diagnostics.store.SeriesStore;
import ai.openclaw.diagnostics.store.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prometheus text format 0.0.4.
 *
 * <p>What does not change from scrape to scrape is kept as bytes; a scrape copies them and writes digits. Families
 * without series are left out, but for the drop counter, which stands from 0 on once there is anything to expose.
 */
public final class TextExposition implements Exposition {

    private final Snapshot snapshot;
    private final Map<Family, PreparedFamily> families = new LinkedHashMap<>();

    /** By series ordinal; the drop counter is 0. */
    private final PreparedSeries[] series;

    private final DecimalWriter decimals = new DecimalWriter();

    private TextExposition(SeriesStore store) {
        this.snapshot = store.newSnapshot();
        this.series = new PreparedSeries[store.maxSeries() + 1];
        store.catalog().families().forEach(family -> families.put(family, new PreparedFamily(family)));
    }

    /** Returns the text exposition of this store. */
    public static TextExposition of(SeriesStore store) {
        return new TextExposition(store);
    }

    @Override
    public String contentType() {
        return "text/plain; version=0.0.4; charset=utf-8";
    }

    @Override
    public synchronized void writeTo(ByteSink out) {
        snapshot.refresh();
        if (snapshot.isEmpty()) {
            return;
        }
        families.forEach((family, prepared) -> write(family, prepared, out));
    }

    private void write(Family family, PreparedFamily prepared, ByteSink out) {
        List<Sample> samples = snapshot.samples(family);
        if (samples.isEmpty()) {
            return;
        }
        out.write(prepared.header);
        for (int i = 0; i < samples.size(); i++) {
            write(samples.get(i), prepared, out);
        }
    }

    private void write(Sample sample, PreparedFamily family, ByteSink out) {
        PreparedSeries prepared = prepared(sample);
        switch (sample.series().family().type()) {
            case COUNTER -> writeCounter(sample, prepared, out);
            case GAUGE -> writeGauge(sample, prepared, out);
            case HISTOGRAM -> writeHistogram(sample, family, prepared, out);
        }
    }

    private PreparedSeries prepared(Sample sample) {
        int ordinal = sample.series().ordinal();
        if (series[ordinal] == null) {
            series[ordinal] = new PreparedSeries(sample.series());
        }
        return series[ordinal];
    }

    private void writeCounter(Sample sample, PreparedSeries prepared, ByteSink out) {
        out.write(prepared.value);
        writeSum(sample, out);
    }

    private void writeGauge(Sample sample, PreparedSeries prepared, ByteSink out) {
        out.write(prepared.value);
        decimals.write(out, sample.gauge());
        out.write('\n');
    }

    private void writeHistogram(Sample sample, PreparedFamily family, PreparedSeries prepared, ByteSink out) {
        long cumulative = 0;
        for (int i = 0; i < family.bucketTails.length; i++) {
            cumulative += sample.bucket(i);
            out.write(prepared.bucket);
            out.write(family.bucketTails[i]);
            decimals.write(out, cumulative);
            out.write('\n');
        }
        out.write(prepared.sum);
        writeSum(sample, out);
        out.write(prepared.count);
        decimals.write(out, cumulative); // the last bucket is +Inf: they agree by construction
        out.write('\n');
    }

    private void writeSum(Sample sample, ByteSink out) {
        int fractionDigits = sample.series().family().unit().fractionDigits();
        decimals.write(out, sample.sumHigh(), sample.sumLow(), fractionDigits);
        out.write('\n');
    }
}
