package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.events.RunCompleted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** One event: a histogram of 16 bounds and a counter with the same five labels, found by their values. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecordBenchmark {

    /** What records. */
    @State(Scope.Benchmark)
    public static class Recorder {
        /** Which library. */
        @Param({"openclaw", "client_java", "micrometer", "opentelemetry"})
        public String library;

        Subject subject;

        /** Makes all series, so that none is new. */
        @Setup
        public void fill() {
            subject = Peers.of(library);
            Subject.fill(subject, 2048);
        }
    }

    /** Events, for each thread its own. */
    @State(Scope.Thread)
    public static class Events {
        final Workload workload = Workload.of(Workload.TUPLES);
        final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 23);
    }

    /** The limit: one map hit by a key of all labels, and one adder. */
    @State(Scope.Benchmark)
    public static class Limit {
        record Key(String channel, String model, String outcome, String provider, String trigger) {}

        final Map<Key, LongAdder> map = new ConcurrentHashMap<>();

        /** Makes all keys. */
        @Setup
        public void fill() {
            for (int i = 0; i < Workload.TUPLES; i++) {
                String[] t = Workload.tuple(i);
                map.put(new Key(t[0], t[1], t[2], t[3], t[4]), new LongAdder());
            }
        }
    }

    /** What the workload itself costs. */
    @Benchmark
    public RunCompleted workload(Events events) {
        return events.workload.next();
    }

    /** One thread. */
    @Benchmark
    public void oneThread(Recorder recorder, Events events) {
        recorder.subject.record(events.workload.next());
    }

    /** Two threads. */
    @Benchmark
    @Threads(2)
    public void twoThreads(Recorder recorder, Events events) {
        recorder.subject.record(events.workload.next());
    }

    /** One thread, while another one scrapes without pause. */
    @Benchmark
    @Group("besideAScraper")
    @GroupThreads(1)
    public void record(Recorder recorder, Events events) {
        recorder.subject.record(events.workload.next());
    }

    /** The scraper of that. */
    @Benchmark
    @Group("besideAScraper")
    @GroupThreads(1)
    public int scrape(Recorder recorder, Events events) throws IOException {
        events.out.reset();
        recorder.subject.scrape(events.out);
        return events.out.size();
    }

    /** The limit. */
    @Benchmark
    public void mapHit(Limit limit, Events events) {
        RunCompleted run = events.workload.next();
        LongAdder adder =
                limit.map.get(new Limit.Key(run.channel(), run.model(), run.outcome(), run.provider(), run.trigger()));
        if (adder != null) {
            adder.increment();
        }
    }
}
