package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.exposition.Encoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One scrape. What changes before it is not part of the time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScrapeBenchmark {

    /** The project's exposition. */
    @State(Scope.Benchmark)
    public static class Ours {
        /** How many series there are. */
        @Param({"256", "2048", "20480"})
        public int series;

        /** How many percent of them change before each scrape. */
        @Param({"0", "5", "100"})
        public int changed;

        OpenClawSubject subject;
        byte[] copied;
        private int tuples;
        private int at;

        /** Fills the store. */
        @Setup
        public void fill() {
            subject = new OpenClawSubject(series);
            Subject.fill(subject, series);
            tuples = Subject.tuples(series);
            copied = subject.render(Encoding.IDENTITY).bytes();
        }

        /** Lets some series change, spread over all. */
        @Setup(Level.Invocation)
        public void change() {
            int runs = changed * tuples / 100;
            for (int i = 0; i < runs; i++) {
                at = (at + 7) % tuples;
                subject.record(Workload.run(at));
            }
            for (int i = 0; changed == 100 && i < series - 2 * tuples; i++) {
                if (i % 5 < 2) {
                    subject.waited("lane-" + i, i % 60);
                } else {
                    subject.gauge("lane-" + i, ++at % 1000);
                }
            }
        }
    }

    /** Another library. */
    @State(Scope.Benchmark)
    public static class Peer {
        /** Which. */
        @Param({"client_java", "micrometer", "opentelemetry"})
        public String library;

        /** How many series there are. */
        @Param({"256", "2048", "20480"})
        public int series;

        Subject subject;
        final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 25);

        /** Fills its registry. */
        @Setup
        public void fill() {
            subject = Peers.of(library);
            Subject.fill(subject, series);
        }
    }

    /** What a compressor takes for the whole body. */
    @State(Scope.Benchmark)
    public static class Limit {
        /** The compressor's level. */
        @Param({"1", "6"})
        public int level;

        byte[] body;
        final byte[] out = new byte[1 << 23];

        /** Renders a body. */
        @Setup
        public void fill() {
            OpenClawSubject subject = new OpenClawSubject(2048);
            Subject.fill(subject, 2048);
            body = subject.render(Encoding.IDENTITY).bytes();
        }
    }

    /** The project, plain. */
    @Benchmark
    public Body identity(Ours ours) {
        return ours.subject.render(Encoding.IDENTITY);
    }

    /** The project, compressed. */
    @Benchmark
    public Body gzip(Ours ours) {
        return ours.subject.render(Encoding.GZIP);
    }

    /** The limit: a copy of the body. */
    @Benchmark
    public byte[] copy(Ours ours) {
        return ours.copied.clone();
    }

    /** Another library, plain. */
    @Benchmark
    public int peer(Peer peer) throws IOException {
        peer.out.reset();
        peer.subject.scrape(peer.out);
        return peer.out.size();
    }

    /** The limit: the JDK's compressor. */
    @Benchmark
    public int deflate(Limit limit) {
        Deflater deflater = new Deflater(limit.level, true);
        try {
            deflater.setInput(limit.body);
            deflater.finish();
            return deflater.deflate(limit.out);
        } finally {
            deflater.end();
        }
    }
}
