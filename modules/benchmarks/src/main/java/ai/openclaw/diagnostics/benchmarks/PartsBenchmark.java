package ai.openclaw.diagnostics.benchmarks;

import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.CATALOG;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_COMPLETED;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_DURATION;

import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.store.CountedObservation;
import ai.openclaw.diagnostics.store.LabeledSeries;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What an event's time is made of: each with the workload's own cost in it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PartsBenchmark {

    private final Workload workload = Workload.of(Workload.TUPLES);
    private final SeriesStore store = SeriesStore.create(CATALOG, 2048);
    private final CountedObservation both = store.countedObservation(RUN_DURATION, RUN_COMPLETED, 0);

    /** Makes all series. */
    @Setup
    public void fill() {
        for (int i = 0; i < Workload.TUPLES; i++) {
            String[] t = Workload.tuple(i);
            LabeledSeries set = store.getOrReserve(RUN, t[0], t[1], t[2], t[3], t[4], "", "", "");
            set.observe(RUN_DURATION, 1);
            set.add(RUN_COMPLETED, 1);
        }
    }

    private @Nullable LabeledSeries find(RunCompleted run) {
        return store.find(RUN, run.channel(), run.model(), run.outcome(), run.provider(), run.trigger(), "", "", "");
    }

    /** The index: five strings to the set of their series. */
    @Benchmark
    public @Nullable LabeledSeries indexProbe() {
        return find(workload.next());
    }

    /** The index and a counter. */
    @Benchmark
    public boolean probeAndCount() {
        LabeledSeries set = find(workload.next());
        return set != null && set.add(RUN_COMPLETED, 1);
    }

    /** The index and a histogram. */
    @Benchmark
    public boolean probeAndObserve() {
        RunCompleted run = workload.next();
        LabeledSeries set = find(run);
        return set != null && set.observe(RUN_DURATION, run.durationMs() / 1000);
    }

    /** The index, a histogram and a counter, as an event with both does it. */
    @Benchmark
    public boolean probeObserveAndCount() {
        RunCompleted run = workload.next();
        LabeledSeries set = find(run);
        return set != null && set.tryObserveAndCount(both, run.durationMs() / 1000);
    }

    /** A bucket by its value. */
    @Benchmark
    public int bucket() {
        return RUN_DURATION.buckets().indexOf(workload.next().durationMs() / 1000);
    }

    /** The limit: a binary search. */
    @Benchmark
    public int binarySearch() {
        return Arrays.binarySearch(Subject.BOUNDS, workload.next().durationMs() / 1000);
    }
}
